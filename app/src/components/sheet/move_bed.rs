//! To another bed, or another ward: the ward's beds to choose from, the free ones first.

use domain::{Bed, Command, Occupancy, Place, WardBed, WardCode, sentence::Names};
use leptos::{html, prelude::*, task::spawn_local};

use super::{
    asking::Asking,
    choice::{Choice, SaveButton, SelectField, TextField},
    focus,
};
use crate::{
    api,
    board::{Board, Row},
};

#[component]
pub fn MoveBed(row: Row, asking: Asking) -> impl IntoView {
    let from = row.read(|state| state.shown.stay.place.clone());
    let ward = RwSignal::new(from.ward.to_string());
    let wards = asking.board.with_directory(|directory| {
        directory.wards.iter().map(|ward| (ward.code.to_string(), ward.name.clone())).collect::<Vec<_>>()
    });
    view! {
        <SelectField id="ward" label="Ward" options=wards chosen=ward />
        {move || ward.get().parse().ok().map(|ward| view! { <PlacesOnWard ward from=from.clone() asking /> })}
    }
}

/// What is known of a ward's beds.
#[derive(Clone)]
enum Beds {
    Asked,
    /// Without the one in which the patient lies.
    Known(Vec<WardBed>),
    /// Why not.
    Unknown(String),
}

/// A place that was chosen though somebody lies there.
#[derive(Clone)]
struct TakenPlace {
    place: Place,
    by: Vec<String>,
}

/// Nothing of it is kept when another ward is chosen.
#[component]
fn PlacesOnWard(ward: WardCode, from: Place, asking: Asking) -> impl IntoView {
    let name = StoredValue::new(asking.board.with_directory(|directory| directory.ward(&ward)));
    let beds = beds_of(asking.board, &ward, from);
    let taken = RwSignal::new(None::<TakenPlace>);
    let ward = StoredValue::new(ward);
    let choose = move |bay: Option<String>, bed: Option<String>| {
        let place = Place { ward: ward.get_value(), bay, bed };
        match beds.with_untracked(|beds| beds.taken(&place)) {
            Some(found) => taken.set(Some(found)),
            None => asking.ask(Command::MoveBed { to: place }),
        }
    };
    let choose_bed = move |bed: Bed| choose(bed.bay, Some(bed.name));
    move || match taken.get() {
        Some(found) => view! { <TakenWarning found taken asking /> }.into_any(),
        None => view! {
            {move || match beds.get() {
                Beds::Known(beds) => view! { <BedChoices ward=name.get_value() beds choose=choose_bed /> }.into_any(),
                Beds::Asked => view! { <p role="status">"One moment, the beds are being fetched."</p> }.into_any(),
                Beds::Unknown(why) => view! { <p role="status">{format!("Its beds are not known here. {why}")}</p> }.into_any(),
            }}
            <OtherPlace choose=move |place| choose(None, place) asking />
        }
        .into_any(),
    }
}

/// One tap on a free bed moves the patient there. Who lies in the others is folded away.
#[component]
fn BedChoices(ward: String, beds: Vec<WardBed>, choose: impl Fn(Bed) + Copy + 'static) -> impl IntoView {
    let (free, taken): (Vec<_>, Vec<_>) = beds.into_iter().partition(|bed| bed.occupancy == Occupancy::Free);
    let (none_free, some_taken) = (free.is_empty() && !taken.is_empty(), taken.len());
    let choices = move |beds: Vec<WardBed>| {
        let choice = |WardBed { bed, occupancy }: WardBed| {
            let hint = bed.bay.iter().cloned().chain([occupancy.words()]).collect::<Vec<_>>().join(" · ");
            view! { <Choice words=format!("Bed {}", bed.name) hint on_choose=move || choose(bed.clone()) /> }
        };
        view! { <div class="choices">{beds.into_iter().map(choice).collect_view()}</div> }
    };
    view! {
        {none_free.then(|| view! { <p>{format!("No bed is free on {ward}.")}</p> })}
        {(!free.is_empty()).then(|| choices(free))}
        {(some_taken > 0)
            .then(|| {
                view! {
                    <details class="taken-beds">
                        <summary class="sheet__link">{format!("Taken ({some_taken})")}</summary>
                        {choices(taken)}
                    </details>
                }
            })}
    }
}

/// A chair, a corridor, or no place yet.
#[component]
fn OtherPlace(choose: impl Fn(Option<String>) + Copy + 'static, asking: Asking) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let save = move || match typed.get_untracked().trim() {
        "" => asking.complain("Please choose a bed, or write where the patient is."),
        place => choose(Some(place.to_owned())),
    };
    view! {
        <div class="choices">
            <Choice words="No bed yet" on_choose=move || choose(None) />
        </div>
        <TextField id="other-place" label="Another place" hint="Such as a chair, as the ward calls it" value=typed />
        <SaveButton words="Move" on_save=save />
    }
}

/// Two patients in one bed are easily taken for each other: it has to be said twice.
#[component]
fn TakenWarning(found: TakenPlace, taken: RwSignal<Option<TakenPlace>>, asking: Asking) -> impl IntoView {
    let TakenPlace { place, by } = found;
    let where_to = place.in_words();
    let who = match &by[..] {
        [] => "You don't see by whom.".to_owned(),
        [name] => format!("{name} lies there."),
        names => format!("{} lie there.", names.join(" and ")),
    };
    let name = asking.read(|stay| stay.patient.name.to_string()).unwrap_or_default();
    let words = format!("Move {name} to {where_to} all the same");
    let warning = NodeRef::<html::Div>::new();
    warning.on_load(|warning| focus(&warning));
    view! {
        <div class="sheet__warning" role="alert" tabindex="-1" node_ref=warning>
            <p>{format!("Taken: {where_to}. {who}")}</p>
        </div>
        <SaveButton words on_save=move || asking.ask(Command::MoveBed { to: place.clone() }) />
        <div class="choices">
            <Choice words="Choose another place" on_choose=move || taken.set(None) />
        </div>
    }
}

impl Beds {
    /// The place as the ward writes it, where somebody lies there.
    fn taken(&self, place: &Place) -> Option<TakenPlace> {
        let Self::Known(known) = self else {
            return None;
        };
        let beds: Vec<Bed> = known.iter().map(|known| known.bed.clone()).collect();
        let bed = place.bed_among(&beds)?;
        match &known.iter().find(|known| known.bed == *bed)?.occupancy {
            Occupancy::Free => None,
            Occupancy::Taken(by) => Some(TakenPlace { place: place.clone().as_laid_out(&beds), by: by.clone() }),
        }
    }
}

/// The beds as the screen knows them; those of another ward are asked for.
fn beds_of(board: Board, ward: &WardCode, from: Place) -> RwSignal<Beds> {
    let others = move |mut beds: Vec<WardBed>, ward: &WardCode| {
        let all: Vec<Bed> = beds.iter().map(|found| found.bed.clone()).collect();
        let own = from.bed_among(&all).filter(|_| from.ward == *ward);
        beds.retain(|found| own != Some(&found.bed));
        Beds::Known(beds)
    };
    if let Some(beds) = board.beds_on(ward) {
        return RwSignal::new(others(beds, ward));
    }
    let (found, ward) = (RwSignal::new(Beds::Asked), ward.clone());
    spawn_local(async move {
        let answer = api::ward_beds(ward.clone()).await;
        let beds = answer.map_or_else(|failure| Beds::Unknown(failure.to_string()), |beds| others(beds, &ward));
        // Another ward may have been chosen, or the question closed.
        found.try_set(beds);
    });
    found
}
