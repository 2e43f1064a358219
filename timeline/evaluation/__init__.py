"""Gold and predictions → figures: how right the tagger is."""
