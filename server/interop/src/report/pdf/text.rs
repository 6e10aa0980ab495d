//! Words as glyphs: how wide they are, and where a line breaks.
//!
//! The font is Noto Sans (SIL Open Font License 1.1, `LICENCE-noto-sans.txt`), of which a file carries the letters that it
//! needs.

use domain::report::shape::Colour;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::{Direction, Face, UnicodeBuffer};

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    pub weight: Weight,
    pub size: f32,
    pub colour: Colour,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Bold,
}

/// Both weights, read once for a document.
pub struct Typeface {
    regular: Weighted,
    bold: Weighted,
}

struct Weighted {
    font: Font,
    face: Face<'static>,
}

/// Words on one line, ready to be drawn.
#[derive(Debug, Clone)]
pub struct Line {
    pub text: String,
    pub glyphs: Vec<KrillaGlyph>,
    /// In points.
    pub width: f32,
    pub style: Style,
    /// What was written, where the font can't show all of it.
    pub written: Option<String>,
}

/// Words as the font can show them.
struct Printable {
    shown: String,
    /// Whether something has only a replacement character.
    is_replaced: bool,
}

impl Style {
    pub fn regular(size: f32) -> Self {
        Self { weight: Weight::Regular, size, colour: Colour::Ink }
    }

    pub fn bold(size: f32) -> Self {
        Self { weight: Weight::Bold, ..Self::regular(size) }
    }

    /// From baseline to baseline.
    pub fn leading(self) -> f32 {
        self.size * 1.35
    }
}

impl Typeface {
    /// `None` where the font is broken.
    pub fn load() -> Option<Self> {
        let load = |bytes: &'static [u8]| Some(Weighted { font: Font::new(bytes.into(), 0)?, face: Face::from_slice(bytes, 0)? });
        Some(Self { regular: load(notosans::REGULAR_TTF)?, bold: load(notosans::BOLD_TTF)? })
    }

    pub fn font(&self, weight: Weight) -> Font {
        self.weighted(weight).font.clone()
    }

    /// Words on one line, however long.
    pub fn line(&self, words: &str, style: Style) -> Line {
        let printable = printable(words, &self.regular.face);
        let glyphs = self.shape(&printable.shown, style.weight);
        let width = glyphs.iter().map(|glyph| glyph.x_advance).sum::<f32>() * style.size;
        let written = printable.is_replaced.then(|| words.to_owned());
        Line { text: printable.shown, glyphs, width, style, written }
    }

    /// Words on lines of a width, broken at spaces, and within a word only where it is wider than a line. A line that goes on
    /// ends in a space, for whoever reads the text without its places. At least one line.
    pub fn wrap(&self, words: &str, style: Style, width: f32) -> Vec<Line> {
        let lines: Vec<Line> = words.lines().flat_map(|paragraph| self.wrap_paragraph(paragraph, style, width)).collect();
        if lines.is_empty() { vec![self.line("", style)] } else { lines }
    }

    /// The width of the widest word.
    pub fn widest_word(&self, words: &str, style: Style) -> f32 {
        words.split_whitespace().map(|word| self.line(word, style).width).fold(0.0, f32::max)
    }

    fn wrap_paragraph(&self, words: &str, style: Style, width: f32) -> Vec<Line> {
        let whole = self.line(words, style);
        if whole.width <= width {
            return vec![whole];
        }
        let space = self.line(" ", style).width;
        let mut lines: Vec<String> = Vec::new();
        let (mut current, mut used) = (String::new(), 0.0);
        for word in words.split_whitespace().flat_map(|word| self.fitting(word, style, width)) {
            let long = self.line(&word, style).width;
            if !current.is_empty() && used + space + long > width {
                lines.push(std::mem::take(&mut current) + " ");
                used = 0.0;
            }
            if !current.is_empty() {
                current.push(' ');
                used += space;
            }
            current.push_str(&word);
            used += long;
        }
        lines.push(current);
        lines.iter().map(|line| self.line(line, style)).collect()
    }

    /// A word, or as many parts of it as lines need.
    fn fitting(&self, word: &str, style: Style, width: f32) -> Vec<String> {
        let mut parts = vec![String::new()];
        let mut used = 0.0;
        if self.line(word, style).width <= width {
            return vec![word.to_owned()];
        }
        for letter in word.chars() {
            let wide = self.line(letter.encode_utf8(&mut [0; 4]), style).width;
            if used > 0.0 && used + wide > width {
                parts.push(String::new());
                used = 0.0;
            }
            used += wide;
            parts.iter_mut().last().into_iter().for_each(|part| part.push(letter));
        }
        parts
    }

    fn weighted(&self, weight: Weight) -> &Weighted {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    /// Left to right: the font has no letters of a script that goes the other way.
    fn shape(&self, text: &str, weight: Weight) -> Vec<KrillaGlyph> {
        let face = &self.weighted(weight).face;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        let shaped = rustybuzz::shape(face, &[], buffer);
        let starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions()).zip(&starts);
        let per_em = |units: i32| em(units) / em(face.units_per_em());
        let glyph = |((info, position), start): ((&rustybuzz::GlyphInfo, &rustybuzz::GlyphPosition), &usize)| {
            let end = starts.get(starts.partition_point(|next| next <= start)).copied().unwrap_or(text.len());
            let [across, right, up, down] =
                [position.x_advance, position.x_offset, position.y_offset, position.y_advance].map(per_em);
            KrillaGlyph::new(GlyphId::new(info.glyph_id), across, right, up, down, *start..end, None)
        };
        glyphs.map(glyph).collect()
    }
}

/// Font units as a float.
#[expect(clippy::cast_precision_loss, reason = "a glyph is far fewer units wide than a float holds exactly")]
fn em(units: i32) -> f32 {
    units as f32
}

/// Without what has no shape: controls become spaces, and marks of direction and of variation nothing. What the font doesn't
/// have becomes the replacement character.
fn printable(words: &str, face: &Face) -> Printable {
    let mut printable = Printable { shown: String::with_capacity(words.len()), is_replaced: false };
    for letter in words.chars().filter(|letter| !is_invisible(*letter)) {
        let shown = match letter {
            letter if letter.is_control() => ' ',
            letter if face.glyph_index(letter).is_some() => letter,
            _ => char::REPLACEMENT_CHARACTER,
        };
        printable.is_replaced |= shown == char::REPLACEMENT_CHARACTER;
        printable.shown.push(shown);
    }
    printable
}

fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffc}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn wrapped(words: &str, width: f32) -> Vec<String> {
        let typeface = Typeface::load().expect("the font");
        typeface.wrap(words, Style::regular(10.0), width).into_iter().map(|line| line.text).collect()
    }

    #[rstest]
    #[case("Awaiting a bed", 400.0, &["Awaiting a bed"])]
    #[case("Awaiting a bed", 60.0, &["Awaiting a ", "bed"])]
    #[case("first\nsecond", 400.0, &["first", "second"])]
    #[case("", 400.0, &[""])]
    fn lines_break_at_spaces(#[case] words: &str, #[case] width: f32, #[case] lines: &[&str]) {
        assert_eq!(wrapped(words, width), lines);
    }

    #[test]
    fn a_word_without_end_is_broken_and_whole() {
        let lines = wrapped(&"a".repeat(300), 100.0);
        assert!(lines.len() > 10);
        assert_eq!(lines.iter().map(|line| line.trim_end().len()).sum::<usize>(), 300);
    }

    #[rstest]
    #[case("Zoë → 2 ≥ 1", "Zoë → 2 ≥ 1", false)]
    #[case("tab\there", "tab here", false)]
    #[case("left\u{202e}right\u{200b}", "leftright", false)]
    #[case("a 🙂", "a \u{fffd}", true)]
    fn what_the_font_lacks_is_replaced(#[case] words: &str, #[case] shown: &str, #[case] is_replaced: bool) {
        let printable = printable(words, &Face::from_slice(notosans::REGULAR_TTF, 0).expect("a font"));
        assert_eq!((printable.shown.as_str(), printable.is_replaced), (shown, is_replaced));
    }

    #[test]
    fn bold_has_every_letter_of_regular() {
        let [regular, bold] =
            [notosans::REGULAR_TTF, notosans::BOLD_TTF].map(|bytes| Face::from_slice(bytes, 0).expect("a font"));
        let lacking =
            ('\0'..=char::MAX).find(|letter| regular.glyph_index(*letter).is_some() && bold.glyph_index(*letter).is_none());
        assert_eq!(lacking, None);
        assert!(regular.glyph_index(char::REPLACEMENT_CHARACTER).is_some());
    }
}
