"""How sure each conclusion is: signs that a number or a judgement may be read wrongly, weighed after all else was read."""
