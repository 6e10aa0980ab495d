//! Where everything goes, page by page.

use domain::report::shape::{Colour, Picture};

use super::{
    structure::{Part, Structure},
    text::{Line, Style, Typeface},
};

/// Of A4.
const SHORT: f32 = 595.28;
const LONG: f32 = 841.89;

pub const MARGIN: f32 = 40.0;
/// From the lower edge to the body, over the running foot.
const FOOT: f32 = 52.0;

pub struct Layout<'a> {
    pub typeface: &'a Typeface,
    pub structure: Structure,
    pub pages: Vec<Page>,
    /// What a reader can jump to, in their order.
    pub places: Vec<Place>,
    /// How far down the page is filled.
    y: f32,
}

pub struct Page {
    pub size: PageSize,
    pub pieces: Vec<Piece>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageSize {
    pub width: f32,
    pub height: f32,
}

/// Something drawn.
pub struct Piece {
    /// `None` for what is there for the eye alone.
    pub part: Option<Part>,
    pub x: f32,
    /// The baseline of words, the upper edge of everything else.
    pub y: f32,
    pub ink: Ink,
}

pub enum Ink {
    Words(Line),
    /// A thin line from left to right.
    Rule {
        width: f32,
        colour: Colour,
    },
    /// A coloured ground, behind what is drawn after it.
    Ground {
        width: f32,
        height: f32,
        colour: Colour,
    },
    Picture {
        picture: Picture,
        scale: f32,
    },
}

/// A heading that is listed beside the pages.
pub struct Place {
    pub words: String,
    pub level: PlaceLevel,
    pub page: usize,
    pub y: f32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceLevel {
    Report,
    Section,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Orientation {
    Portrait,
    Landscape,
}

impl Orientation {
    fn size(self) -> PageSize {
        match self {
            Self::Portrait => PageSize { width: SHORT, height: LONG },
            Self::Landscape => PageSize { width: LONG, height: SHORT },
        }
    }
}

impl PageSize {
    /// Between the margins.
    pub fn body_width(self) -> f32 {
        self.width - 2.0 * MARGIN
    }

    fn body_end(self) -> f32 {
        self.height - FOOT
    }
}

impl<'a> Layout<'a> {
    pub fn new(typeface: &'a Typeface) -> Self {
        Self { typeface, structure: Structure::default(), pages: Vec::new(), places: Vec::new(), y: 0.0 }
    }

    pub fn start_page(&mut self, orientation: Orientation) {
        self.pages.push(Page { size: orientation.size(), pieces: Vec::new() });
        self.y = MARGIN;
    }

    pub fn y(&self) -> f32 {
        self.y
    }

    pub fn page_index(&self) -> usize {
        self.pages.len().saturating_sub(1)
    }

    pub fn page_size(&self) -> PageSize {
        self.pages.last().map_or(Orientation::Portrait.size(), |page| page.size)
    }

    pub fn body_width(&self) -> f32 {
        self.page_size().body_width()
    }

    /// What a page holds at most.
    pub fn body_height(&self) -> f32 {
        self.page_size().body_end() - MARGIN
    }

    /// What is left of this page.
    pub fn room(&self) -> f32 {
        self.page_size().body_end() - self.y
    }

    /// Goes on on a new page, like this one.
    pub fn break_page(&mut self) {
        let size = self.page_size();
        self.pages.push(Page { size, pieces: Vec::new() });
        self.y = MARGIN;
    }

    /// Goes on on a new page where this one has not so much room.
    pub fn keep_together(&mut self, height: f32) {
        if height > self.room() && self.y > MARGIN {
            self.break_page();
        }
    }

    /// Goes down the page.
    pub fn skip(&mut self, height: f32) {
        self.y += height;
    }

    pub fn put(&mut self, part: Option<Part>, x: f32, y: f32, ink: Ink) {
        if let Some(page) = self.pages.last_mut() {
            page.pieces.push(Piece { part, x, y, ink });
        }
    }

    /// Lines below each other from where the page is filled, over as many pages as they need.
    pub fn lines(&mut self, part: Part, x: f32, lines: Vec<Line>) {
        for line in lines {
            let leading = line.style.leading();
            self.keep_together(leading);
            let baseline = self.y + line.style.size;
            self.put(Some(part), x, baseline, Ink::Words(line));
            self.skip(leading);
        }
    }

    /// Words over the width of the page.
    pub fn paragraph(&mut self, part: Part, words: &str, style: Style) {
        let lines = self.typeface.wrap(words, style, self.body_width());
        self.lines(part, MARGIN, lines);
    }
}
