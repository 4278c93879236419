"""Exit codes: one table from the types of errors to what the shell is told."""

from __future__ import annotations

from nutgraf.errors import (
    AlreadyExists,
    Damaged,
    Empty,
    ExportError,
    NutgrafError,
    Protected,
    TooLarge,
    Unreadable,
    Unsupported,
)

DONE = 0
USAGE = 2  # argparse's own
INTERRUPTED = 130  # as shells say it: 128 and the number of SIGINT
PIPE_CLOSED = 141  # 128 and the number of SIGPIPE

# The first type that an error is of decides.
ERRORS: tuple[tuple[type[NutgrafError], int, str], ...] = (
    (Unreadable, 3, "a file is missing, is no regular file, or may not be read"),
    (Unsupported, 4, "a file is of a kind that Nutgraf does not read"),
    (Damaged, 5, "a file is damaged"),
    (Protected, 6, "a file is encrypted"),
    (Empty, 7, "a file holds no text"),
    (TooLarge, 8, "a file is too large"),
    (AlreadyExists, 9, "an output file is there already, and --replace was not given"),
    (ExportError, 10, "an output file could not be written"),
    (NutgrafError, 1, "anything else went wrong"),
)

EXPLAINED = "\n".join(
    [
        "exit codes:",
        *(
            f"  {code:<4} {words}"
            for code, words in sorted(
                [
                    (DONE, "all was done (the stream: every line was answered, if only with its error)"),
                    (USAGE, "the command line was not understood"),
                    (INTERRUPTED, "interrupted by Ctrl+C"),
                    (PIPE_CLOSED, "the reader of the output went away"),
                    *((code, words) for _, code, words in ERRORS),
                ]
            )
        ),
        "of several files each is done that can be; the code is that of the first that failed.",
    ]
)


def code_of(error: NutgrafError) -> int:
    """Return the exit code that an error ends the program with."""
    return next(code for kind, code, _ in ERRORS if isinstance(error, kind))
