"""Makes web/src/assets/activation-lab-math.woff2: the glyphs of Latin Modern Math listed in math-characters.txt there.

Run by web/tooling/subset-math-font.sh.
"""

import pathlib

from fontTools import subset
from fontTools.ttLib import TTFont

SOURCE = "/usr/share/texmf/fonts/opentype/public/lm-math/latinmodern-math.otf"
LICENCE = "/usr/share/texmf/doc/fonts/lm-math/GUST-FONT-LICENSE.txt"
ASSETS = pathlib.Path(__file__).parent.parent / "src" / "assets"
# The licence asks that a changed font has another name.
NAME = "Activation Lab Math"
NOTICE = """Activation Lab Math, a subset of Latin Modern Math 1.959 under another name

Copyright 2012-2014 for the Latin Modern math extensions by B. Jackowski, P. Strzelczyk and P. Pianowski
(on behalf of TeX Users Groups). The original: https://www.gust.org.pl/projects/e-foundry/lm-math

"""

# What grows with its content in our formulas, and by how many forms of its own. Larger ones than a case distinction of
# three lines needs would double the font.
STRETCHY = {"parenleft": 3, "parenright": 3, "bracketleft": 2, "bracketright": 2, "braceleft": 8, "radical": 3, "summation": 2}


def keep_variants(math, most):
    """Drops the larger forms of every glyph beyond these numbers, and parts to assemble still larger ones."""
    variants = math.MathVariants
    for direction in ("Vert", "Horiz"):
        coverage = getattr(variants, f"{direction}GlyphCoverage")
        constructions = getattr(variants, f"{direction}GlyphConstruction")
        kept = [(glyph, form) for glyph, form in zip(coverage.glyphs, constructions) if glyph in most]
        for glyph, form in kept:
            del form.MathGlyphVariantRecord[most[glyph] :]
            form.VariantCount = len(form.MathGlyphVariantRecord)
            if glyph != "braceleft":
                form.GlyphAssembly = None
        coverage.glyphs = [glyph for glyph, _ in kept]
        setattr(variants, f"{direction}GlyphConstruction", [form for _, form in kept])
        setattr(variants, f"{direction}GlyphCount", len(kept))


def main():
    characters = (ASSETS / "math-characters.txt").read_text().split()
    options = subset.Options()
    options.flavor = "woff2"
    options.hinting = False
    # Without the script forms the font is less than half as large; browsers scale the plain ones.
    options.layout_features = []
    options.name_IDs = [1, 2, 4, 6]
    options.notdef_outline = False
    # Brotli finds repeated outlines better than subroutines do.
    options.desubroutinize = True
    font = TTFont(SOURCE)
    # A private table of the editor that made the font.
    del font["FFTM"]
    keep_variants(font["MATH"].table, STRETCHY)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[ord(character) for character in characters])
    subsetter.subset(font)
    for record in font["name"].names:
        record.string = {1: NAME, 2: "Regular", 4: NAME, 6: NAME.replace(" ", "")}[record.nameID]
    subset.save_font(font, ASSETS / "activation-lab-math.woff2", options)
    licence = pathlib.Path(LICENCE).read_text(encoding="latin-1")
    (ASSETS / "activation-lab-math.LICENSE.txt").write_text(NOTICE + licence)


if __name__ == "__main__":
    main()
