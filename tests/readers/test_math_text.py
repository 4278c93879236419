"""Formulas as words, of both markups."""

import pytest
from lxml.etree import fromstring

from nutgraf.readers.math_text import math_text

MATHML = {
    "<msup><mi>x</mi><mn>2</mn></msup>": "x²",
    "<msup><mi>x</mi><mi>α</mi></msup>": "x^α",
    "<msup><mi>f</mi><mo>′</mo></msup>": "f′",
    "<msub><mi>a</mi><mrow><mi>m</mi><mi>x</mi></mrow></msub>": "a_mx",
    "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>": "(a + b)/2",
    "<mrow><mo>-</mo><mn>1</mn><mo>-</mo><mn>2</mn></mrow>": "-1 - 2",
    "<mrow><mo>+</mo><mn>1</mn><mo>+</mo><mn>2</mn></mrow>": "+1 + 2",
    "<mrow><mi>f</mi><mo>(</mo><mi>x</mi><mo>)</mo></mrow>": "f(x)",
    "<msqrt><msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><mn>1</mn></msqrt>": "√(x² + 1)",
    "<mroot><mi>x</mi><mn>3</mn></mroot>": "³√x",
    "<mrow><munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>k</mi></munderover><mi>x</mi></mrow>": "∑ᵢ₌₁^k x",
    "<mover><mi>x</mi><mo>^</mo></mover>": "x\u0302",
    "<mfenced open='[' close=']'><mi>a</mi><mi>b</mi></mfenced>": "[a, b]",
    "<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd></mtr></mtable>": "a, b; c",
    "<mphantom><mi>x</mi></mphantom><mi>y</mi>": "y",
    "<mfrac/>": "/",
}
OMML = {
    "<rad><radPr/><deg/><e><r><t>x</t></r></e></rad>": "√x",
    "<d><dPr><begChr val='|'/><endChr val='|'/></dPr><e><r><t>x</t></r></e></d>": "|x|",
    "<nary><naryPr><chr val='∑'/></naryPr><sub><r><t>i=1</t></r></sub><sup><r><t>n</t></r></sup><e><r><t>x</t></r></e></nary>":
        "∑ᵢ₌₁ⁿ x",
    "<acc><e><r><t>x</t></r></e></acc>": "x\u0302",
    "<m><mr><e><r><t>a</t></r></e><e><r><t>b</t></r></e></mr><mr><e><r><t>c</t></r></e></mr></m>": "a, b; c",
    "<func><fName><r><t>sin</t></r></fName><e><r><t>x</t></r></e></func>": "sin x",
}  # fmt: skip


@pytest.mark.parametrize(("markup", "words"), [*MATHML.items(), *OMML.items()])
def test_a_formula_is_words_on_one_line(markup, words):
    assert math_text(fromstring(f"<math>{markup}</math>")) == words
