"""Default programs in `mimeapps.list`, the file of freedesktop.org's "Association between MIME types and applications".

A type may name several programs, the first that is installed counts. So ours is put before those that were there, and taking
it out gives back the line as it was: nothing else needs to be remembered.
"""

from pathlib import Path

GROUP = "[Default Applications]"


def add_default(file: Path, kind: str, program: str) -> None:
    """Name `program` first for the MIME type `kind`."""
    lines = _lines(file)
    if GROUP not in lines:
        lines += ["", GROUP] if lines else [GROUP]
    at = _find(lines, kind)
    if at is None:
        lines.insert(lines.index(GROUP) + 1, f"{kind}={program};")
    elif program not in (programs := lines[at].partition("=")[2]).split(";"):
        lines[at] = f"{kind}={program};{programs}"
    _write(file, lines)


def remove_default(file: Path, kind: str, program: str) -> None:
    """Take `program` from those of the MIME type `kind`, and what it leaves empty."""
    lines = _lines(file)
    at = _find(lines, kind)
    if at is None or program not in (programs := lines[at].partition("=")[2]).split(";"):
        return
    left = ";".join(each for each in programs.split(";") if each != program)
    lines[at : at + 1] = [f"{kind}={left}"] if left.strip(";") else []
    start = lines.index(GROUP)
    if not any(lines[start + 1 : _end(lines)]):
        del lines[start : _end(lines)]
        while lines and not lines[-1]:
            lines.pop()
    _write(file, lines)


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def _end(lines: list[str]) -> int:
    """Return where the group of defaults ends: at the next group's head or the file's end."""
    start = lines.index(GROUP) + 1
    return next((at for at in range(start, len(lines)) if lines[at].startswith("[")), len(lines))


def _find(lines: list[str], kind: str) -> int | None:
    if GROUP not in lines:
        return None
    inside = range(lines.index(GROUP) + 1, _end(lines))
    return next((at for at in inside if lines[at].partition("=")[0].strip() == kind), None)


def _write(file: Path, lines: list[str]) -> None:
    """Write the file in one step, or remove it where nothing is left to say."""
    if not lines:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.nutgraf")
    fresh.write_text("\n".join(lines) + "\n", encoding="utf-8")
    fresh.replace(file.resolve())
