"""What an article is: its text, its blocks, its sentences, and spans into it."""
