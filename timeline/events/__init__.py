"""From placed timexes to events: who did what, where, when, and whether it is a fact, a plan or a denial."""
