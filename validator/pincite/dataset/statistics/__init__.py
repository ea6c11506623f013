"""What a dataset has, in figures: counts, coverage, how often which value stands, what is cited most. All of them are exact."""
