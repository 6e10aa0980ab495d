//! The browser's side: which pieces wait, and how each comes to life. What the browser builds itself waits too: hundreds of rows,
//! after a link or in another order, would hold it up as long.

use std::{
    cell::RefCell,
    collections::VecDeque,
    rc::{Rc, Weak},
};

use leptos::{
    prelude::*,
    reactive::effect::RenderEffect,
    tachys::{
        html::attribute::{Attribute, any_attribute::AnyAttribute},
        hydration::Cursor,
        view::{Mountable, Position, PositionState, Render, RenderHtml, add_attr::AddAnyAttr, any_view::AnyViewState},
    },
    task::spawn_local,
    web_sys::{Element, Event, Node},
};
use wasm_bindgen::JsCast;

use super::next_rendered;
use crate::outbox::device;

/// How long pieces are taken over in one go, in milliseconds: the better part of a frame. At least one is, however long that takes.
const TURN: f64 = 10.0;
/// How long pieces are built in one go: after each the browser looks at all of the page, so fewer goes have them all there sooner.
const BUILDING_TURN: f64 = 40.0;

thread_local! {
    /// The pieces that are not alive yet, in the order of the page.
    static WAITING: RefCell<VecDeque<Weak<RefCell<Piece>>>> = const { RefCell::new(VecDeque::new()) };
}

/// One element that is taken over later. `follow` reads what its words hang on: where that changes before, it is built anew.
/// `empty` stands in its place until it is built, where the server has not rendered it.
pub fn later(
    empty: fn() -> Element,
    follow: impl Fn() + Send + 'static,
    make: impl FnOnce() -> AnyView + Send + 'static,
) -> Later {
    Later { empty, follow: Box::new(follow), make: Box::new(make) }
}

/// Takes over the piece that is touched, before the touch arrives there: for a listener that hears it first (`:capture`).
pub fn hear_touch(event: &Event) {
    if let Some(touched) = event.target().and_then(|target| target.dyn_into::<Node>().ok()) {
        take_over_around(&touched);
    }
}

pub struct Later {
    empty: fn() -> Element,
    follow: Box<dyn Fn() + Send>,
    make: Box<dyn FnOnce() -> AnyView + Send>,
}

pub struct LaterState(Rc<RefCell<Piece>>);

enum Piece {
    Waiting(Waiting),
    Alive(AnyViewState),
    /// For the moment in which it comes to life.
    Between,
}

struct Waiting {
    element: Element,
    make: Box<dyn FnOnce() -> AnyView + Send>,
    owner: Owner,
    /// Builds it anew when what it says has changed: of what the server has rendered.
    change: Option<RenderEffect<()>>,
}

impl Waiting {
    fn live(self) -> AnyViewState {
        if self.is_rendered() { self.adopt() } else { self.build_anew() }
    }

    /// Whether the server has rendered it.
    fn is_rendered(&self) -> bool {
        self.change.is_some()
    }

    /// The element says what it should say: it is given its listeners.
    fn adopt(self) -> AnyViewState {
        let Self { element, make, owner, .. } = self;
        owner.with(|| untrack(|| make().hydrate_from_position::<true>(&element, Position::Current)))
    }

    fn build_anew(self) -> AnyViewState {
        let Self { element, make, owner, .. } = self;
        let mut built = owner.with(|| untrack(|| make().build()));
        if let Some(parent) = element.parent_element() {
            built.mount(&parent, Some(&element));
            element.remove();
        }
        built
    }
}

fn come_to_life(piece: &RefCell<Piece>, how: fn(Waiting) -> AnyViewState) {
    let before = piece.replace(Piece::Between);
    let alive = if let Piece::Waiting(waiting) = before { Piece::Alive(how(waiting)) } else { before };
    piece.replace(alive);
}

fn owner() -> Owner {
    Owner::current().unwrap_or_else(|| unreachable!("what is taken over later is on a page"))
}

/// Puts a piece at the end of those that wait.
fn wait(piece: Rc<RefCell<Piece>>) -> LaterState {
    let is_first = WAITING.with_borrow_mut(|waiting| {
        waiting.push_back(Rc::downgrade(&piece));
        waiting.len() == 1
    });
    if is_first {
        spawn_local(take_turns());
    }
    LaterState(piece)
}

/// Lets pieces come to life in turns, between which the browser paints and hears.
async fn take_turns() {
    if let Some(focus) = document().active_element() {
        take_over_around(&focus);
    }
    loop {
        device::pause(0).await;
        let (begun, mut turn) = (device::milliseconds(), TURN);
        while device::milliseconds() - begun < turn {
            let Some(next) = WAITING.with_borrow_mut(VecDeque::pop_front) else {
                return;
            };
            if let Some(piece) = next.upgrade() {
                if matches!(&*piece.borrow(), Piece::Waiting(waiting) if !waiting.is_rendered()) {
                    turn = BUILDING_TURN;
                }
                come_to_life(&piece, Waiting::live);
            }
        }
    }
}

fn take_over_around(node: &Node) {
    let holds =
        |piece: &Rc<RefCell<Piece>>| matches!(&*piece.borrow(), Piece::Waiting(waiting) if waiting.element.contains(Some(node)));
    let found = WAITING.with_borrow(|waiting| waiting.iter().filter_map(Weak::upgrade).find(holds));
    if let Some(piece) = found {
        come_to_life(&piece, Waiting::live);
    }
}

impl Render for Later {
    type State = LaterState;

    fn build(self) -> Self::State {
        let Self { empty, make, .. } = self;
        wait(Rc::new(RefCell::new(Piece::Waiting(Waiting { element: empty(), make, owner: owner(), change: None }))))
    }

    fn rebuild(self, state: &mut Self::State) {
        come_to_life(&state.0, Waiting::live);
        if let Piece::Alive(alive) = &mut *state.0.borrow_mut() {
            (self.make)().rebuild(alive);
        }
    }
}

impl RenderHtml for Later {
    type AsyncOutput = AnyView;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    fn resolve(self) -> impl Future<Output = Self::AsyncOutput> + Send {
        std::future::ready((self.make)())
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    ) {
        (self.make)().to_html_with_buf(buf, position, escape, mark_branches, extra_attrs);
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Self::State {
        let element = next_rendered(cursor, position);
        let Self { follow, make, .. } = self;
        wait(Rc::new_cyclic(|piece: &Weak<RefCell<Piece>>| {
            let piece = piece.clone();
            let change = RenderEffect::new(move |before: Option<()>| {
                follow();
                if let Some(piece) = before.and_then(|()| piece.upgrade()) {
                    come_to_life(&piece, Waiting::build_anew);
                }
            });
            RefCell::new(Piece::Waiting(Waiting { element, make, owner: owner(), change: Some(change) }))
        }))
    }

    fn into_owned(self) -> Self::Owned {
        self
    }
}

impl AddAnyAttr for Later {
    type Output<SomeNewAttr: Attribute> = AnyView;

    fn add_any_attr<NewAttr: Attribute>(self, attr: NewAttr) -> Self::Output<NewAttr>
    where
        Self::Output<NewAttr>: RenderHtml,
    {
        (self.make)().add_any_attr(attr).into_any()
    }
}

impl Mountable for LaterState {
    fn unmount(&mut self) {
        match &mut *self.0.borrow_mut() {
            Piece::Waiting(waiting) => waiting.element.remove(),
            Piece::Alive(alive) => alive.unmount(),
            Piece::Between => {}
        }
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        match &mut *self.0.borrow_mut() {
            Piece::Waiting(waiting) => waiting.element.mount(parent, marker),
            Piece::Alive(alive) => alive.mount(parent, marker),
            Piece::Between => {}
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match &*self.0.borrow() {
            Piece::Waiting(waiting) => waiting.element.insert_before_this(child),
            Piece::Alive(alive) => alive.insert_before_this(child),
            Piece::Between => false,
        }
    }

    fn elements(&self) -> Vec<Element> {
        match &*self.0.borrow() {
            Piece::Waiting(waiting) => vec![waiting.element.clone()],
            Piece::Alive(alive) => alive.elements(),
            Piece::Between => Vec::new(),
        }
    }
}
