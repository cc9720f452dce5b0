"""Words and values as a reader sees them: records of frames, text shown as text, marks in it, labels of codes, figures."""
