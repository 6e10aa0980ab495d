//! Invented names, as mixed as an English town's.

use domain::Sex;

use super::chance::Chance;

/// Names that go together: a share in a thousand, families, and given names of older and of younger women and men.
struct Roots {
    share: u32,
    families: &'static [&'static str],
    older_women: &'static [&'static str],
    older_men: &'static [&'static str],
    women: &'static [&'static str],
    men: &'static [&'static str],
}

#[rustfmt::skip]
const ROOTS: [Roots; 8] = [
    Roots {
        share: 700,
        families: &[
            "Abbott", "Allardyce", "Archer", "Ashdown", "Attwood", "Bagshaw", "Bartlett",  "Birch",
            "Blackwell", "Bowden", "Bramley", "Brindle", "Bunting", "Burrows", "Calloway", "Carver", "Chalmers", "Cheeseman",
            "Clegg", "Colburn", "Coombes", "Cotterill", "Crabtree", "Dauncey", "Dibble", "Drewett", "Dunford", "Eastwell",
            "Elford", "Fairweather", "Farnham", "Fenwick", "Fletcher", "Fothergill", "Frampton", "Garland", "Gillard", 
            "Greaves", "Gulliver", "Hallett", "Harbottle", "Hartnell", "Haskins", "Hembrow", "Hibbert", "Hockley",
            "Holloway", "Hurst", "Ingleby", "Jessop", "Keeling", "Kendrick", "Kirkby", "Lacey", "Langford", "Leadbetter",
            "Lockyer", "Loveday", "Marchbank", "Mayhew", "Meadows", "Merrifield", "Millward", "Mottram", "Newbold", "Norcott",
            "Oakley", "Osgood", "Padfield", "Parfitt", "Pemberton", "Penfold", "Pickford", "Plaister", "Pocock", "Purnell",
            "Quick", "Rendall", "Ridout", "Rowbotham", "Sadler", "Scammell", "Selwood", "Shipley", "Sibley", "Skelton",
            "Snook", "Stallard", "Standen", "Stickland", "Swain", "Tanner", "Tapscott", "Thornbury", "Tilley", "Trowbridge",
            "Tuckwell", "Underhill", "Vickery", "Wadham", "Waghorn", "Wainwright", "Weatherby", "Whitcombe", "Wickens", "Yeoman",
        ],
        older_women: &[
            "Dorothy", "Joan", "Margaret", "Jean", "Doreen", "Audrey", "Beryl", "Sheila", "Barbara", "Mavis", "Muriel", "Edna",
            "Hilda", "Vera", "Iris", "Olive", "Marjorie", "Enid", "Betty", "Pamela", "Brenda", "Maureen", "Shirley", "Patricia",
            "June", "Winifred", "Gwendoline", "Rosemary", "Valerie", "Eileen", "Hazel", "Jill", "Thelma", "Sylvia", "Norma",
        ],
        older_men: &[
            "Ronald", "Kenneth", "Dennis", "Derek", "Stanley", "Raymond", "Douglas", "Norman", "Leonard", "Gordon", "Albert",
            "Cyril", "Reginald", "Maurice", "Arthur", "Ernest", "Roy", "Donald", "Geoffrey", "Brian", "Clifford", "Bernard",
            "Harold", "Trevor", "Frank", "Alan", "Keith", "Malcolm", "Desmond", "Ivor", "Graham", "Roger", "Barry", "Terence",
        ],
        women: &[
            "Susan", "Karen", "Julie", "Alison", "Deborah", "Tracey", "Nicola", "Joanne", "Sarah", "Helen", "Claire", "Emma",
            "Gemma", "Laura", "Rebecca", "Hannah", "Charlotte", "Lucy", "Bethany", "Jade", "Katie", "Abigail", "Louise", "Amy",
        ],
        men: &[
            "Stephen", "Andrew", "Gary", "Neil", "Martin", "Simon", "Darren", "Craig", "Stuart", "Lee", "Matthew", "Daniel",
            "Adam", "Ben", "Luke", "Ryan", "Jack", "Liam", "Callum", "Nathan", "Philip", "Mark", "Ian", "Jonathan",
        ],
    },
    Roots {
        share: 60,
        families: &["Hughes-Rees", "Llewellyn", "Prosser", "Gwynne", "Pugh", "Bevan-Lloyd", "Parry", "Cadogan", "Mostyn", "Treharne"],
        older_women: &["Glenys", "Eirlys", "Mair", "Megan", "Nesta", "Olwen", "Beti"],
        older_men: &["Emrys", "Gwilym", "Idris", "Aled", "Hywel", "Eifion", "Glyn"],
        women: &["Carys", "Ffion", "Bethan", "Cerys", "Sian", "Nia"],
        men: &["Rhys", "Gareth", "Dafydd", "Owain", "Iwan", "Geraint"],
    },
    Roots {
        share: 50,
        families: &["Gallagher-Byrne", "McGrane", "Tierney", "O'Rourke", "Keaveney", "Dunleavy", "McIlroy-Shaw", "Carmichael", "Drummond", "Kinsella"],
        older_women: &["Bridget", "Nora", "Kathleen", "Morag", "Philomena", "Una", "Isla"],
        older_men: &["Patrick", "Declan", "Hamish", "Eamonn", "Seamus", "Angus", "Fergus"],
        women: &["Aoife", "Siobhan", "Roisin", "Mairead", "Kirsty", "Eilidh"],
        men: &["Conor", "Cormac", "Ruaridh", "Niall", "Ciaran", "Ewan"],
    },
    Roots {
        share: 55,
        families: &["Mahmood", "Siddiqui", "Akhtar", "Chaudhry", "Rahman", "Miah", "Begum-Ali", "Qureshi", "Mirza", "Sharif"],
        older_women: &["Nasreen", "Razia", "Shamim", "Zubaida", "Rukhsana", "Parveen", "Khadija"],
        older_men: &["Mohammed", "Abdul", "Ghulam", "Rafiq", "Yusuf", "Anwar", "Iqbal"],
        women: &["Aisha", "Saima", "Farzana", "Nadia", "Hafsa", "Sumaira"],
        men: &["Imran", "Tariq", "Kashif", "Bilal", "Usman", "Faisal"],
    },
    Roots {
        share: 50,
        families: &["Bhatt", "Desai", "Dhillon", "Gill", "Mistry", "Nair", "Parekh", "Rathod", "Sandhu", "Solanki", "Varghese"],
        older_women: &["Kamala", "Sushila", "Manjula", "Surinder", "Lakshmi", "Nirmala", "Jaswinder"],
        older_men: &["Ramesh", "Harbhajan", "Kantilal", "Mohan", "Gurdial", "Suresh", "Thomas"],
        women: &["Priya", "Anjali", "Harpreet", "Meera", "Kavita", "Simran"],
        men: &["Amit", "Rajesh", "Sunil", "Gurpreet", "Vikram", "Anil"],
    },
    Roots {
        share: 50,
        families: &["Adeyemi", "Boateng", "Chikwanha", "Eze", "Gayle-Morris", "Mensah", "Nkemelu", "Obiora", "Osei", "Palmer-Reid", "Tesfaye"],
        older_women: &["Beulah", "Comfort", "Gloria", "Hyacinth", "Mercy", "Ngozi", "Verona"],
        older_men: &["Alphonso", "Emmanuel", "Kwame", "Lloyd", "Winston", "Cuthbert", "Samuel"],
        women: &["Abena", "Chidinma", "Faith", "Ruth", "Tendai", "Yewande"],
        men: &["Kofi", "Chidi", "Tunde", "Jermaine", "Farai", "Leroy"],
    },
    Roots {
        share: 25,
        families: &["Kowalczyk", "Nowicki", "Wojtas", "Popescu", "Ionescu", "Kazlauskas", "Horvat", "Marinov"],
        older_women: &["Halina", "Irena", "Jadwiga", "Stanislawa", "Elena", "Danuta"],
        older_men: &["Zbigniew", "Kazimierz", "Jerzy", "Tadeusz", "Ion", "Jozef"],
        women: &["Agnieszka", "Katarzyna", "Ioana", "Magda", "Monika"],
        men: &["Piotr", "Tomasz", "Andrei", "Lukasz", "Marius"],
    },
    Roots {
        share: 10,
        families: &["Cheung", "Leung", "Santos-Cruz", "Bautista", "Tran", "Yip"],
        older_women: &["Mei Ling", "Sau Fong", "Corazon", "Thi Lan"],
        older_men: &["Wing Kit", "Kam Tong", "Rodrigo", "Van Minh"],
        women: &["Jessica", "Maricel", "Wai Yan", "Linh"],
        men: &["Jason", "Rowel", "Ka Ho", "Duc"],
    },
];

/// Titles by how common they are.
const WOMEN_ARE: [(u32, &str); 4] = [(64, "Mrs"), (17, "Miss"), (16, "Ms"), (3, "Dr")];
const MEN_ARE: [(u32, &str); 3] = [(96, "Mr"), (3, "Dr"), (1, "Rev")];

pub(super) struct Called {
    pub family: &'static str,
    pub given: &'static str,
    pub title: &'static str,
}

/// A name for somebody of that sex; from 62 on, one that was given in another age.
pub(super) fn name(sex: Sex, age: i64, chance: &mut Chance) -> Called {
    let shares: Vec<(u32, usize)> = ROOTS.iter().map(|roots| roots.share).zip(0..).collect();
    let roots = &ROOTS[chance.weighted(&shares)];
    let older = age >= 62;
    let (given, title) = match (sex, older) {
        (Sex::Male, true) => (chance.one(roots.older_men), chance.weighted(&MEN_ARE)),
        (Sex::Male, false) => (chance.one(roots.men), chance.weighted(&MEN_ARE)),
        (_, true) => (chance.one(roots.older_women), chance.weighted(&WOMEN_ARE)),
        (_, false) => (chance.one(roots.women), chance.weighted(&WOMEN_ARE)),
    };
    Called { family: chance.one(roots.families), given, title }
}

/// "Ffion Prosser": for a colleague.
pub(super) fn colleague(chance: &mut Chance) -> String {
    let sex = if chance.percent(68) { Sex::Female } else { Sex::Male };
    let Called { family, given, .. } = name(sex, 40, chance);
    format!("{given} {family}")
}
