//! Texts as they are compared: without case and accents, word by word.

const APOSTROPHES: [char; 4] = ['\'', '\u{2018}', '\u{2019}', '`'];

/// The words of a text.
pub(super) fn parts(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '\u{2010}'..='\u{2015}' | '(' | ')'));
    words.map(folded).filter(|word| !word.is_empty())
}

/// The words of a name. One with an apostrophe is found with and without what stands before it: "O'Brien" is "obrien" and
/// "brien".
pub(super) fn parts_of_name(name: &str) -> impl Iterator<Item = String> {
    parts(name).chain(name.split(APOSTROPHES).skip(1).flat_map(parts))
}

/// Lower case, without accents and apostrophes.
pub(crate) fn folded(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).fold(String::with_capacity(text.len()), |mut folded, letter| {
        match plain(letter) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(letter),
        }
        folded
    })
}

/// The plain letters for one with an accent, in the languages of Europe; `None` for a letter that stays as it is.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ð' | 'ď' | 'đ' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        // Accents that stand by themselves behind their letter, apostrophes and full stops.
        '\u{300}'..='\u{36f}' | '\'' | '\u{2018}' | '\u{2019}' | '`' | '.' => "",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Nuñez", "nunez")]
    #[case("ZOË", "zoe")]
    #[case("Zoe\u{308}", "zoe")]
    #[case("Łukasz", "lukasz")]
    #[case("Ångström", "angstrom")]
    #[case("Strauß", "strauss")]
    #[case("O\u{2019}Brien", "obrien")]
    #[case("İnci", "inci")]
    #[case("Ōta", "ota")]
    #[case("Чехов", "чехов")]
    fn case_and_accents_make_no_difference(#[case] written: &str, #[case] compared: &str) {
        assert_eq!(folded(written), compared);
    }
}
