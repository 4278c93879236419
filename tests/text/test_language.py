import pytest

from nutgraf.text.language import detect_language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The lighthouse went dark on Monday for the first time in two hundred years.", "en"),
        ("Der Leuchtturm ist am Montag zum ersten Mal seit zweihundert Jahren erloschen.", "de"),
        ("Le phare s’est éteint lundi pour la première fois depuis deux cents ans.", "fr"),
        ("Маяк погас в понедельник впервые за двести лет, сказал смотритель.", "ru"),
        ("灯塔两百年来首次在星期一熄灭,守塔人说大家早已预料到会有这一天到来。", "zh"),
    ],
)
def test_a_sentence_tells_its_language(text, code):
    assert detect_language(text) == code


def test_too_little_text_tells_none():
    assert detect_language("") == ""
    assert detect_language("12 + 30 = 42 !!! ok") == ""


def test_addresses_and_figures_are_in_no_language(monkeypatch):
    monkeypatch.setattr("py3langid.langid.classify", lambda sample: ("zxx", 1.0))
    assert detect_language("http://www.example.org/gallery.shtml http://www.example.org/17") == ""


def test_plain_english_is_told_without_the_model(monkeypatch):
    monkeypatch.setattr("py3langid.langid.classify", None)
    text = "The lighthouse went dark on Monday for the first time in two hundred years, said the keeper of the light. "
    assert detect_language(text * 4) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "De vuurtoren was op maandag voor het eerst in tweehonderd jaar donker, of zo was het in elk geval voor de wachter. ",
        "Fyret var mørkt mandag for første gang i to hundre år, og det var for vokteren et tegn at de var for seint ute. ",
        "El faro se apagó el lunes por primera vez en doscientos años, dijo el farero, y no es la primera vez que lo dice. ",
    ],
)
def test_other_languages_are_not_taken_for_english(text):
    assert detect_language(text * 4) in {"nl", "no", "nb", "da", "es"}


def test_names_are_in_no_language():
    results = "Ana Ruiz (Spain) beat Þormundur Čapek (Iceland) 6-3 7-5\n\nMiguelina Smrž (Chile) beat Bo Ek (Sweden) 6-0 6-2\n\n"
    assert detect_language("TENNIS - RESULTS AT ELM OPEN\n\n" + results * 6) in {"en", ""}
    assert detect_language("Kenya 3 Maputo 1\n\nElm Town 2 Osijek Rovers 2\n\n" * 9) == ""
