//! What the program seldom calls, in a module of its own that comes when the page is alive.
//!
//! `app/hydrate/seldom.txt` names the functions. Each of them leaves a stand-in behind, which calls it through a table, and
//! fetches the module where it has not come yet: a function that is moved works as before, it only may have to be waited for.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::iter;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use rustc_demangle::demangle;
use walrus::ir::{Const, MemArg, Store, StoreKind, UnaryOp, Value};
use walrus::passes::gc;
use walrus::{
    ConstExpr, Data, Element, ElementItems, ElementKind, Export, ExportItem, Function, FunctionBuilder, FunctionId, FunctionKind,
    Global, GlobalId, GlobalKind, Import, ImportedFunction, InstrSeqBuilder, LocalId, Memory, MemoryId, Module, RefType, Table,
    TableId, ValType,
};

use super::fingerprint::Fingerprint;
use super::{Effort, compress::kilobytes};
use crate::{house, say};

/// The name of the part, and of the table through which its functions are called.
pub const SELDOM: &str = "seldom";
/// Whether the part is here: a number, 0 or 1.
const IS_HERE: &str = "seldom_is_here";
/// What the program exports to be called where the part is not here yet.
const IS_NEEDED: &str = "seldom_is_needed";
/// Under which name the part knows the program.
const PROGRAM: &str = "program";

/// Of a module's memory, in bytes.
const PAGE: u64 = 65_536;
/// So many instructions must leave under one name, or it is not worth a line in the list.
const WORTH_IT: u64 = 30;
const HEADER: &str = "\
# What a board does without until it is alive and its first question is answered: the functions of these names. Where only some of
# a name are called, the others are named with their number. Written by `cargo xtask seldom`, which walks over the boards and looks
# what is called; docs/decisions/0022.
";
/// What fetches the part, behind what fetches the others.
const LOADER: &str = include_str!("seldom.js");

/// The program without what it seldom calls, and that.
pub struct Parted {
    pub main: PathBuf,
    pub seldom: PathBuf,
}

/// The functions that `seldom.txt` names, in a module of their own.
pub fn part(whole: &Path, effort: Effort) -> Result<Parted> {
    let list = list();
    let folder = effort.workshop().join(SELDOM);
    let stamp = effort.workshop().join("seldom.stamp");
    let parted = Parted {
        main: folder.join(whole.file_name().context("a module has a name")?),
        seldom: folder.join(SELDOM).with_extension("wasm"),
    };
    let fingerprint = Fingerprint::of("stand-ins that wait").file(whole)?.file(&list)?;
    if fingerprint.is_in(&stamp, &parted.main) {
        say::nothing_to_do("seldom", "unchanged");
        return Ok(parted);
    }
    say::step("seldom", "what is seldom called leaves the program", || {
        fs::create_dir_all(&folder)?;
        let names = fs::read_to_string(&list)?;
        let names = names.lines().filter(|line| !line.starts_with('#')).collect::<BTreeSet<_>>();
        let is_seldom = |name: &str| names.contains(&*plain(name)) || names.contains(&*whole_name(name));
        let (main, seldom) = divide(&fs::read(whole)?, is_seldom)?;
        fs::write(&parted.main, &main)?;
        fs::write(&parted.seldom, &seldom)?;
        fingerprint.put_in(&stamp)?;
        Ok(format!("{} leave, {} stay", kilobytes(seldom.len() as u64), kilobytes(main.len() as u64)))
    })?;
    Ok(parted)
}

/// The script that fetches the parts, with what fetches this one.
pub fn loader(of_parts: &Path, effort: Effort) -> Result<PathBuf> {
    let loader = effort.workshop().join(of_parts.file_name().context("a script has a name")?);
    fs::write(&loader, fs::read_to_string(of_parts)? + LOADER)?;
    Ok(loader)
}

/// The program as it is, only that it marks what it calls.
pub fn mark(whole: &Path, effort: Effort) -> Result<PathBuf> {
    let folder = effort.workshop().join("marks");
    let marked = folder.join(whole.file_name().context("a module has a name")?);
    say::step("marks", "every function marks that it was called", || {
        fs::create_dir_all(&folder)?;
        let mut module = Module::from_buffer(&fs::read(whole)?)?;
        let functions = put_marks(&mut module)?;
        fs::write(marks(), serde_json::to_string(&functions)?)?;
        module.emit_wasm_file(&marked)?;
        Ok(format!("{} functions", functions.len()))
    })?;
    Ok(marked)
}

/// The functions that have marks, in the order of these.
fn marks() -> PathBuf {
    Effort::Marked.workshop().join("functions.json")
}

/// A function's name, and its size in instructions.
type Marked = (String, u64);

/// A byte for each function, behind all memory that the program knows of.
fn put_marks(module: &mut Module) -> Result<Vec<Marked>> {
    let memory = module.get_memory_id()?;
    let first = module.memories.get(memory).initial * PAGE;
    let ids = module.funcs.iter_local().map(|(id, _)| id).collect::<Vec<_>>();
    module.memories.get_mut(memory).initial += (ids.len() as u64).div_ceil(PAGE);
    let place = module.globals.add_local(ValType::I32, false, false, ConstExpr::Value(Value::I32(i32::try_from(first)?)));
    module.exports.add("marks", place);
    let mut functions = Vec::new();
    for (id, number) in ids.into_iter().zip(0..) {
        let name = module.funcs.get(id).name.clone().unwrap_or_default();
        let function = module.funcs.get_mut(id).kind.unwrap_local_mut();
        functions.push((name, function.size()));
        let mut body = function.builder_mut().func_body();
        let called = Store { memory, kind: StoreKind::I32_8 { atomic: false }, arg: MemArg { align: 1, offset: first } };
        body.instr_at(0, Const { value: Value::I32(number) }).instr_at(1, Const { value: Value::I32(1) }).instr_at(2, called);
    }
    Ok(functions)
}

/// Writes the list anew, from the numbers of the functions that a walk has called.
pub fn write_list(called: &HashSet<usize>) -> Result<String> {
    let functions: Vec<Marked> = serde_json::from_str(&fs::read_to_string(marks())?)?;
    let (called, uncalled): (Vec<_>, Vec<_>) = functions.iter().enumerate().partition(|(number, _)| called.contains(number));
    let called = called.into_iter().flat_map(|(_, (name, _))| [plain(name), whole_name(name)]).collect::<BTreeSet<_>>();
    let mut sizes = BTreeMap::<_, u64>::new();
    for (_, (name, size)) in uncalled {
        let plain = plain(name);
        let name = if called.contains(&plain) { whole_name(name) } else { plain };
        *sizes.entry(name).or_default() += size;
    }
    sizes.retain(|name, size| *size >= WORTH_IT && !name.is_empty() && !called.contains(name));
    let names = sizes.into_keys().collect::<Vec<_>>();
    fs::write(list(), format!("{HEADER}{}\n", names.join("\n")))?;
    Ok(format!("{} names", names.len()))
}

/// Where the names of the functions are.
fn list() -> PathBuf {
    house::root().join("app/hydrate/seldom.txt")
}

/// The function's name as it is written, without what tells apart its kinds for different types.
fn plain(name: &str) -> String {
    format!("{:#}", demangle(without_count(name)))
}

/// With what tells them apart, which is the same only where the compiler is.
fn whole_name(name: &str) -> String {
    demangle(without_count(name)).to_string()
}

/// Without what the linker adds where two functions have one name, as in `fmt.5694`: it counts them, anew in every build.
fn without_count(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((name, count)) if count.bytes().all(|digit| digit.is_ascii_digit()) => name,
        _ => name,
    }
}

/// Answers the program and the part.
fn divide(whole: &[u8], is_seldom: impl Fn(&str) -> bool) -> Result<(Vec<u8>, Vec<u8>)> {
    let (mut main, mut part) = (Module::from_buffer(whole)?, Module::from_buffer(whole)?);
    let same = Same::of(&main, &part);
    let fates = fates(Module::from_buffer(whole)?, is_seldom);
    let having = |wanted: Fate| iter::zip(&same.functions, &fates).filter(move |(_, fate)| **fate == wanted).map(|(ids, _)| *ids);
    let (called, moved): (Vec<_>, Vec<_>) = having(Fate::Moves).unzip();
    stand_in(&mut main, &called)?;
    take_out(&mut part, &moved, having(Fate::Stays).map(|(_, id)| id));
    same.lend(&mut main, &mut part);
    gc::run(&mut main);
    Ok((main.emit_wasm(), part.emit_wasm()))
}

/// What becomes of a function.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Stays,
    /// Is called from what stays, through what stands in for it.
    Moves,
    /// Is called by nothing that stays.
    Follows,
}

/// Of each function, in their order.
fn fates(mut trial: Module, is_seldom: impl Fn(&str) -> bool) -> Vec<Fate> {
    let all = trial.funcs.iter().map(Function::id).collect::<Vec<_>>();
    let seldom = all.iter().copied().filter(|id| is_to_move(&trial, *id, &is_seldom)).collect::<HashSet<_>>();
    for id in &seldom {
        put(&mut trial, *id, |body, _| {
            body.unreachable();
        });
    }
    gc::run(&mut trial);
    let called = trial.funcs.iter().map(Function::id).collect::<HashSet<_>>();
    let fate = |id| match (called.contains(&id), seldom.contains(&id)) {
        (true, false) => Fate::Stays,
        (true, true) => Fate::Moves,
        (false, _) => Fate::Follows,
    };
    all.into_iter().map(fate).collect()
}

fn is_to_move(module: &Module, id: FunctionId, is_seldom: &impl Fn(&str) -> bool) -> bool {
    let function = module.funcs.get(id);
    let is_own = matches!(function.kind, FunctionKind::Local(_)) && module.exports.get_exported_func(id).is_none();
    is_own && module.start != Some(id) && function.name.as_deref().is_some_and(is_seldom)
}

/// Gives a function another body.
fn put(module: &mut Module, id: FunctionId, body: impl FnOnce(&mut InstrSeqBuilder, &[LocalId])) {
    let (parameters, results) = module.types.params_results(module.funcs.get(id).ty());
    let (parameters, results) = (parameters.to_vec(), results.to_vec());
    let arguments = parameters.iter().map(|parameter| module.locals.add(*parameter)).collect::<Vec<_>>();
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    body(&mut builder.func_body(), &arguments);
    module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(arguments));
}

/// In the program: a table for the functions that left, and in their places what calls them through it.
fn stand_in(main: &mut Module, called: &[FunctionId]) -> Result<()> {
    let is_needed = main.exports.get_func(IS_NEEDED)?;
    let size = called.len() as u64;
    let table = main.tables.add_local(false, size, Some(size), RefType::FUNCREF);
    main.exports.add(SELDOM, table);
    let is_here = main.globals.add_local(ValType::I32, true, false, ConstExpr::Value(Value::I32(0)));
    main.exports.add(IS_HERE, is_here);

    // Answers the place that it is given, once there is something in it.
    let place = main.locals.add(ValType::I32);
    let mut waits = FunctionBuilder::new(&mut main.types, &[ValType::I32], &[ValType::I32]);
    let mut body = waits.func_body();
    body.global_get(is_here).unop(UnaryOp::I32Eqz);
    body.if_else(None, |missing| _ = missing.call(is_needed), |_| ());
    body.local_get(place);
    let waits = waits.finish(vec![place], &mut main.funcs);

    for (id, place) in called.iter().zip(0..) {
        let ty = main.funcs.get(*id).ty();
        put(main, *id, |body, arguments| {
            for argument in arguments {
                body.local_get(*argument);
            }
            body.i32_const(place).call(waits).call_indirect(ty, table);
        });
    }
    Ok(())
}

/// In the part: leaves what is `moved` and what only that calls. All that `stays` in the program is imported.
fn take_out(part: &mut Module, moved: &[FunctionId], stays: impl Iterator<Item = FunctionId>) {
    for id in part.exports.iter().map(Export::id).collect::<Vec<_>>() {
        part.exports.delete(id);
    }
    for id in part.elements.iter().map(Element::id).collect::<Vec<_>>() {
        part.elements.delete(id);
    }
    part.tables.iter_mut().for_each(|table| table.elem_segments.clear());
    for id in part.data.iter().map(Data::id).collect::<Vec<_>>() {
        part.data.delete(id);
    }
    part.memories.iter_mut().for_each(|memory| memory.data_segments.clear());
    for id in stays {
        let function = part.funcs.get(id);
        if let FunctionKind::Local(_) = function.kind {
            let ty = function.ty();
            let import = part.imports.add(PROGRAM, "", id);
            part.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
        }
    }

    let size = moved.len() as u64;
    let (table, _) = part.add_import_table(PROGRAM, SELDOM, false, size, Some(size), RefType::FUNCREF);
    let first = ConstExpr::Value(Value::I32(0));
    let segment = part.elements.add(ElementKind::Active { table, offset: first }, ElementItems::Functions(moved.to_vec()));
    part.tables.get_mut(table).elem_segments.insert(segment);
    let (is_here, _) = part.add_import_global(PROGRAM, IS_HERE, ValType::I32, true, false);
    let mut arrives = FunctionBuilder::new(&mut part.types, &[], &[]);
    arrives.func_body().i32_const(1).global_set(is_here);
    part.start = Some(arrives.finish(Vec::new(), &mut part.funcs));
    gc::run(part);
}

/// What is the same in the program and in the part: read from the same module, in the same order.
struct Same {
    functions: Vec<(FunctionId, FunctionId)>,
    tables: Vec<(TableId, TableId)>,
    memories: Vec<(MemoryId, MemoryId)>,
    globals: Vec<(GlobalId, GlobalId)>,
}

impl Same {
    fn of(main: &Module, part: &Module) -> Self {
        Self {
            functions: iter::zip(main.funcs.iter().map(Function::id), part.funcs.iter().map(Function::id)).collect(),
            tables: iter::zip(main.tables.iter().map(Table::id), part.tables.iter().map(Table::id)).collect(),
            memories: iter::zip(main.memories.iter().map(Memory::id), part.memories.iter().map(Memory::id)).collect(),
            globals: iter::zip(main.globals.iter().map(Global::id), part.globals.iter().map(Global::id)).collect(),
        }
    }

    /// Imports into the part what it refers to, and exports it from the program.
    fn lend(&self, main: &mut Module, part: &mut Module) {
        let mut names = Names(0);
        for (own, lent) in &self.functions {
            if let Some(import) = part.imports.get_imported_func(*lent).map(Import::id) {
                let name = names.of(main, main.exports.get_exported_func(*own).map(|export| export.name.clone()), *own);
                let import = part.imports.get_mut(import);
                (import.module, import.name) = (PROGRAM.to_owned(), name);
            }
        }
        let tables = part.tables.iter().map(Table::id).collect::<HashSet<_>>();
        for (own, lent) in self.tables.iter().filter(|(_, lent)| tables.contains(lent)) {
            let name = names.of(main, main.exports.get_exported_table(*own).map(|export| export.name.clone()), *own);
            part.tables.get_mut(*lent).import = Some(part.imports.add(PROGRAM, &name, *lent));
        }
        let memories = part.memories.iter().map(Memory::id).collect::<HashSet<_>>();
        for (own, lent) in self.memories.iter().filter(|(_, lent)| memories.contains(lent)) {
            let name = names.of(main, main.exports.get_exported_memory(*own).map(|export| export.name.clone()), *own);
            part.memories.get_mut(*lent).import = Some(part.imports.add(PROGRAM, &name, *lent));
        }
        let globals = part.globals.iter().map(Global::id).collect::<HashSet<_>>();
        for (own, lent) in self.globals.iter().filter(|(_, lent)| globals.contains(lent)) {
            let name = names.of(main, main.exports.get_exported_global(*own).map(|export| export.name.clone()), *own);
            part.globals.get_mut(*lent).kind = GlobalKind::Import(part.imports.add(PROGRAM, &name, *lent));
        }
    }
}

/// Short names for what the program exports to the part alone.
struct Names(u32);

impl Names {
    fn of(&mut self, main: &mut Module, exported: Option<String>, item: impl Into<ExportItem>) -> String {
        exported.unwrap_or_else(|| {
            self.0 += 1;
            let name = format!("{:x}", self.0);
            main.exports.add(&name, item);
            name
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::ImportKind;

    /// A program of three functions: `ward` calls `seldom`, which calls `shared`, as `ward` does, and `deep`, as nobody else does.
    fn program() -> Vec<u8> {
        let mut module = Module::default();
        let told = module.globals.add_local(ValType::I32, true, false, ConstExpr::Value(Value::I32(0)));
        let mut function = |name: &str, callees: &[FunctionId]| {
            let mut function = FunctionBuilder::new(&mut module.types, &[], &[]);
            function.name(name.to_owned());
            let mut body = function.func_body();
            body.i32_const(1).global_set(told);
            for callee in callees {
                body.call(*callee);
            }
            function.finish(Vec::new(), &mut module.funcs)
        };
        let [shared, deep, needed] = [function("shared", &[]), function("deep", &[]), function(IS_NEEDED, &[])];
        let seldom = function("seldom", &[shared, deep]);
        let ward = function("ward", &[seldom, shared]);
        module.exports.add("ward", ward);
        module.exports.add(IS_NEEDED, needed);
        module.emit_wasm()
    }

    fn names(module: &[u8]) -> BTreeSet<String> {
        let module = Module::from_buffer(module).unwrap();
        module.funcs.iter_local().filter_map(|(id, _)| module.funcs.get(id).name.clone()).collect()
    }

    #[test]
    fn what_is_seldom_leaves_with_what_it_alone_calls() {
        let (main, part) = divide(&program(), |name| name == "seldom").unwrap();
        assert!(names(&main).contains("seldom"), "what stands in for it keeps its name");
        assert!(!names(&main).contains("deep"));
        assert!(names(&part).is_superset(&["seldom", "deep"].map(str::to_owned).into()));
        assert!(!names(&part).contains("shared"), "it is there once: in the program");
    }

    #[test]
    fn the_part_finds_in_the_program_all_that_it_imports() {
        let (main, part) = divide(&program(), |name| name == "seldom").unwrap();
        let (main, part) = (Module::from_buffer(&main).unwrap(), Module::from_buffer(&part).unwrap());
        assert!(part.imports.iter().any(|import| matches!(import.kind, ImportKind::Global(_))));
        for import in part.imports.iter() {
            assert_eq!(import.module, PROGRAM);
            let lent = main.exports.iter().find(|export| export.name == import.name).expect("the program exports it");
            let is_same = matches!(
                (&import.kind, lent.item),
                (ImportKind::Function(_), ExportItem::Function(_))
                    | (ImportKind::Table(_), ExportItem::Table(_))
                    | (ImportKind::Global(_), ExportItem::Global(_))
                    | (ImportKind::Memory(_), ExportItem::Memory(_))
            );
            assert!(is_same, "{} is of the same kind", import.name);
        }
    }

    #[test]
    fn what_a_list_does_not_name_stays() {
        let (main, part) = divide(&program(), |_| false).unwrap();
        assert!(names(&main).is_superset(&["ward", "seldom", "shared", "deep"].map(str::to_owned).into()));
        assert!(Module::from_buffer(&part).unwrap().funcs.iter_local().count() == 1, "what says that it is here");
    }

    #[test]
    fn a_function_is_named_without_what_a_build_counts() {
        let name = "_ZN4core3ops8function6FnOnce9call_once17h7056d48a24b67255E.5694";
        assert_eq!(plain(name), "core::ops::function::FnOnce::call_once");
        assert_eq!(whole_name(name), "core::ops::function::FnOnce::call_once::h7056d48a24b67255");
    }

    #[test]
    fn every_function_has_a_mark_behind_the_memory_that_the_program_knows() {
        let mut module = Module::from_buffer(&program()).unwrap();
        let memory = module.memories.add_local(false, false, 3, None, None);
        module.exports.add("memory", memory);
        let functions = put_marks(&mut module).unwrap();
        assert_eq!(functions.len(), 5);
        assert_eq!(module.memories.get(memory).initial, 4);
        assert!(module.exports.iter().any(|export| export.name == "marks"));
    }
}
