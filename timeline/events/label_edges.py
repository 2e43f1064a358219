"""Where the words that hang on a node begin and end, worked out once for all nodes of a tree."""

from functools import lru_cache

from timeline.events.nodes import Tree
from timeline.events.tree_nodes import Node


def left_edge(node: Node) -> Node:
    """The first of the words that hang on a node, or itself.

    >>> from timeline.events.nodes import tree_of
    >>> from timeline.model import tokenise
    >>> from timeline.model.parsing import parse_together
    >>> tree = tree_of(parse_together(tokenise("The old bridge was closed."), [(0, 26)]).doc)
    >>> left_edge(tree[2]), right_edge(tree[2]), left_edge(tree[4])
    (The, bridge, The)
    """
    return node.doc.nodes[_edges(node.doc)[0][node.i]]


def right_edge(node: Node) -> Node:
    """The last of the words that hang on a node, or itself."""
    return node.doc.nodes[_edges(node.doc)[1][node.i]]


@lru_cache(maxsize=4)
def _edges(tree: Tree) -> tuple[list[int], list[int]]:
    first, last = list(range(len(tree))), list(range(len(tree)))
    for node in tree.nodes:
        place, above = node.i, node
        while above.head is not above:
            above = above.head
            first[above.i] = min(first[above.i], place)
            last[above.i] = max(last[above.i], place)
    return first, last
