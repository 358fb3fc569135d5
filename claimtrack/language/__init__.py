"""Words, numbers and clauses of English: what any comparison of texts stands on."""
