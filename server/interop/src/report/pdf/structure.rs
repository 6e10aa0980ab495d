//! What the pages are made of, for whoever reads them without seeing them.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

/// A place in the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part(usize);

/// The tree as it grows, in the order of reading.
#[derive(Default)]
pub struct Structure {
    roots: Vec<Part>,
    nodes: Vec<Node>,
}

struct Node {
    tag: TagKind,
    drawn: Vec<Identifier>,
    within: Vec<Part>,
}

impl Structure {
    pub fn add_root(&mut self, tag: impl Into<TagKind>) -> Part {
        let part = self.push(tag.into());
        self.roots.push(part);
        part
    }

    pub fn add(&mut self, within: Part, tag: impl Into<TagKind>) -> Part {
        let part = self.push(tag.into());
        self.nodes[within.0].within.push(part);
        part
    }

    /// Notes what was drawn of a part: a line, a figure.
    pub fn draw(&mut self, part: Part, identifier: Identifier) {
        self.nodes[part.0].drawn.push(identifier);
    }

    /// The words of a part are read before the parts within it.
    pub fn into_tree(mut self) -> TagTree {
        let roots = std::mem::take(&mut self.roots);
        let mut tree = TagTree::new();
        roots.into_iter().for_each(|root| tree.push(self.group(root)));
        tree
    }

    fn push(&mut self, tag: TagKind) -> Part {
        self.nodes.push(Node { tag, drawn: Vec::new(), within: Vec::new() });
        Part(self.nodes.len() - 1)
    }

    fn group(&mut self, part: Part) -> TagGroup {
        let node = &mut self.nodes[part.0];
        let (drawn, within) = (std::mem::take(&mut node.drawn), std::mem::take(&mut node.within));
        let mut group = TagGroup::new(node.tag.clone());
        drawn.into_iter().for_each(|identifier| group.push(identifier));
        within.into_iter().for_each(|part| group.push(self.group(part)));
        group
    }
}

/// A heading from 1 to 3, by its own words.
pub fn heading(level: u16, words: &str) -> TagKind {
    Tag::Hn(NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN), Some(words.to_owned())).into()
}

pub fn column_heading() -> TagKind {
    Tag::TH(TableHeaderScope::Column).into()
}

pub fn row_heading() -> TagKind {
    Tag::TH(TableHeaderScope::Row).into()
}
