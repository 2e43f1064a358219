"""Calendar meaning: intervals, expressions and what they resolve to. Knows no word of any language."""
