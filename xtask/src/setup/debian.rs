//! Debian's way to the browser's standard library: its compiler's own source, built once.
//!
//! Debian carries a recent Rust for its web browsers, with the matching library source. The library is built from it into a
//! folder that looks like a toolchain: `rustc` there is Debian's, told to look for libraries in that folder.

use std::ffi::OsStr;
use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::apt::{self, Need};
use super::wasm::{TARGET, has_library};
use crate::{house, program, say};

const RUSTC: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";
const SOURCE: &str = "/usr/lib/rustlib/src/rust/library/std/Cargo.toml";

/// Debian's cargo, calling the compiler of `toolchain`.
pub fn cargo(toolchain: &Path) -> Command {
    let mut cargo = Command::new(CARGO);
    cargo.current_dir(house::root());
    program::forget_own_package(&mut cargo);
    cargo.env("RUSTC", toolchain.join("bin/rustc")).env("RUSTDOC", toolchain.join("bin/rustdoc"));
    cargo.env_remove("RUSTUP_TOOLCHAIN").env_remove("CARGO");
    cargo
}

/// The toolchain that was built here for the compiler that Debian has now.
pub fn library() -> Result<Option<PathBuf>> {
    if !Path::new(RUSTC).is_file() {
        return Ok(None);
    }
    let toolchain = Compiler::ask()?.toolchain();
    Ok(has_library(&library_folder(&toolchain)).then_some(toolchain))
}

pub fn build_library() -> Result<()> {
    apt::install("rust", &[Need::file(RUSTC, "rustc-web"), Need::file(CARGO, "cargo-web"), Need::file(SOURCE, "rust-web-src")])?;
    let compiler = Compiler::ask()?;
    apt::install("rust", &[Need::file(&compiler.linker(), &format!("lld-{}", compiler.llvm))])?;
    say::step("rust", &format!("standard library {} for the browser", compiler.release), || {
        let toolchain = compiler.toolchain();
        // Built beside its place and moved there whole, so that a run that is stopped leaves no half of one.
        let unfinished = toolchain.with_extension("unfinished");
        let _ = fs::remove_dir_all(&unfinished);
        let _ = fs::remove_dir_all(&toolchain);
        compile(&compiler, &unfinished.join("work"))?;
        assemble(&compiler, &unfinished, &toolchain)?;
        fs::remove_dir_all(unfinished.join("work"))?;
        fs::rename(&unfinished, &toolchain)?;
        Ok(format!("built into {}", toolchain.display()))
    })
}

/// What Debian's compiler says of itself.
struct Compiler {
    release: String,
    host: String,
    llvm: String,
}

impl Compiler {
    fn ask() -> Result<Self> {
        let answer = program::read(Command::new(RUSTC).arg("-vV"))?;
        let line = |name: &str| {
            let found = answer.lines().find_map(|line| line.strip_prefix(name));
            found.map(str::to_owned).with_context(|| format!("{RUSTC} does not say its {name}"))
        };
        let llvm = line("LLVM version: ")?;
        let llvm = llvm.split('.').next().unwrap_or_default().to_owned();
        Ok(Self { release: line("release: ")?, host: line("host: ")?, llvm })
    }

    fn toolchain(&self) -> PathBuf {
        house::cache().join(format!("rust-{}-debian", self.release))
    }

    fn linker(&self) -> String {
        format!("/usr/bin/wasm-ld-{}", self.llvm)
    }
}

/// Builds the library as a by-product of an empty crate.
fn compile(compiler: &Compiler, work: &Path) -> Result<()> {
    fs::create_dir_all(work.join("src"))?;
    fs::write(work.join("src/lib.rs"), "")?;
    fs::write(work.join("Cargo.toml"), "[package]\nname = \"empty\"\nedition = \"2024\"\n\n[workspace]\n")?;
    let mut cargo = Command::new(CARGO);
    program::forget_own_package(&mut cargo);
    cargo.current_dir(work).args(["build", "--release", "-Zbuild-std=std,panic_abort", "--target", TARGET]);
    cargo.env("RUSTC", RUSTC).env("RUSTC_BOOTSTRAP", "1").env("CARGO_TARGET_DIR", work.join("target"));
    cargo.env_remove("RUSTUP_TOOLCHAIN").env_remove("CARGO");
    // Without its bitcode the library cannot take part in link-time optimisation later.
    cargo.env("RUSTFLAGS", format!("-Cembed-bitcode=yes -Clinker={}", compiler.linker()));
    program::quietly(&mut cargo)
}

/// Lays the library, Debian's own for the host, and Debian's programs out as rustc expects them.
fn assemble(compiler: &Compiler, unfinished: &Path, toolchain: &Path) -> Result<()> {
    let library = library_folder(unfinished);
    fs::create_dir_all(&library)?;
    let built = unfinished.join("work/target").join(TARGET).join("release/deps");
    for path in house::files_below(&built)? {
        let name = path.file_name().unwrap_or_default();
        let is_ours = name.to_string_lossy().starts_with("libempty-");
        if path.extension() == Some(OsStr::new("rlib")) && !is_ours {
            fs::copy(&path, library.join(name))?;
        }
    }
    let host = unfinished.join("lib/rustlib").join(&compiler.host);
    fs::create_dir_all(host.join("bin"))?;
    symlink(format!("/usr/lib/rustlib/{}/lib", compiler.host), host.join("lib"))?;
    symlink(format!("/usr/bin/lld-{}", compiler.llvm), host.join("bin/rust-lld"))?;

    fs::create_dir_all(unfinished.join("bin"))?;
    for name in ["rustc", "rustdoc"] {
        let script = format!("#!/bin/sh\nexec /usr/bin/{name} --sysroot '{}' \"$@\"\n", toolchain.display());
        let path = unfinished.join("bin").join(name);
        fs::write(&path, script)?;
        fs::set_permissions(&path, Permissions::from_mode(0o755))?;
    }
    Ok(())
}

fn library_folder(toolchain: &Path) -> PathBuf {
    toolchain.join("lib/rustlib").join(TARGET).join("lib")
}
