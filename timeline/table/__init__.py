"""The event table: its schema, its making and its queries."""
