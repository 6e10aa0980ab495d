//! One drawing on the page. It is copied from the last of its name: among all pieces of markup that a page is made of, Leptos
//! would look for it, and copy each that it passes on the way.

use std::{cell::RefCell, collections::BTreeMap};

use leptos::{
    tachys::{
        html::attribute::{Attribute, any_attribute::AnyAttribute},
        hydration::Cursor,
        renderer::Rndr,
        view::{Mountable, Position, PositionState, Render, RenderHtml, add_attr::AddAnyAttr},
    },
    web_sys::{Element, Node},
};
use wasm_bindgen::JsCast;

use crate::later::next_rendered;

thread_local! {
    /// One of each name, to copy.
    static PATTERNS: RefCell<BTreeMap<&'static str, Element>> = const { RefCell::new(BTreeMap::new()) };
}

/// Taken over in one step. Set part by part, as attributes of a drawing are, every drawing of a board would be drawn anew.
pub struct Drawing(pub &'static str);

pub struct DrawingState {
    name: &'static str,
    element: Element,
}

impl Drawing {
    fn markup(&self) -> String {
        let Self(name) = self;
        format!(r##"<svg class="icon icon--{name}" aria-hidden="true" focusable="false"><use href="#icon-{name}"></use></svg>"##)
    }

    fn draw(&self) -> Element {
        let drawn = PATTERNS.with_borrow_mut(|patterns| {
            let pattern = patterns.entry(self.0).or_insert_with(|| Rndr::create_element_from_html(self.markup().into()));
            pattern.clone_node_with_deep(true)
        });
        let Some(element) = drawn.ok().and_then(|copy| copy.dyn_into().ok()) else {
            unreachable!("an element can be copied");
        };
        element
    }
}

impl Render for Drawing {
    type State = DrawingState;

    fn build(self) -> Self::State {
        DrawingState { name: self.0, element: self.draw() }
    }

    fn rebuild(self, state: &mut Self::State) {
        if self.0 != state.name {
            let mut anew = self.build();
            state.insert_before_this(&mut anew);
            state.unmount();
            *state = anew;
        }
    }
}

impl RenderHtml for Drawing {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    fn resolve(self) -> impl Future<Output = Self::AsyncOutput> + Send {
        std::future::ready(self)
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
        buf.push_str(&self.markup());
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Self::State {
        DrawingState { name: self.0, element: next_rendered(cursor, position) }
    }

    fn into_owned(self) -> Self::Owned {
        self
    }
}

impl AddAnyAttr for Drawing {
    type Output<SomeNewAttr: Attribute> = Self;

    /// A drawing is the same wherever it stands.
    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Self::Output<NewAttr>
    where
        Self::Output<NewAttr>: RenderHtml,
    {
        self
    }
}

impl Mountable for DrawingState {
    fn unmount(&mut self) {
        self.element.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.element.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.element.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone()]
    }
}
