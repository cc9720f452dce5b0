"""What no setting of Streamlit mends is mended in the browser: names and focus, pictures of charts, paper, long lists."""
