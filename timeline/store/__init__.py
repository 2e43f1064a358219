"""What must outlive a browser tab: articles and edits."""

from timeline.store.collection import SHIPPED, Collection, read_folder, shipped

__all__ = ["SHIPPED", "Collection", "read_folder", "shipped"]
