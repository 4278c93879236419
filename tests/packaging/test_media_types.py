"""What the desktop is told that Nutgraf opens is what it has readers for."""

import xml.etree.ElementTree as ET
from pathlib import Path

from nutgraf.readers import READERS

LINUX = Path(__file__).parents[2] / "packaging" / "linux"
TYPES = {media_type for reader in READERS for media_type in reader.media_types}


def test_the_desktop_entry_names_every_reader_s_media_types():
    lines = (LINUX / "org.nutgraf.Nutgraf.desktop").read_text(encoding="utf-8").splitlines()
    named = next(line.removeprefix("MimeType=") for line in lines if line.startswith("MimeType="))
    assert set(named.rstrip(";").split(";")) == TYPES


def test_the_metainfo_names_every_reader_s_media_types():
    root = ET.parse(LINUX / "org.nutgraf.Nutgraf.metainfo.xml")
    named = {each.text for each in root.iter("mediatype")}
    assert named - {"x-scheme-handler/nutgraf"} == TYPES
