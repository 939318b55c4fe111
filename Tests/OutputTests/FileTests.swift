import Foundation
import TemporaryFolder
import Testing

@testable import Output

@Suite struct CheckedFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func bytes(_ text: String) -> Bytes { Array(text.utf8) }

  @Test func appearsOnCommit() throws {
    let file = try CheckedFile(folder.file("out.csv"), force: false)
    try file.write(bytes("a\n"))
    #expect(try !folder.names.contains("out.csv"))
    try file.write(bytes("b\n"))
    try file.commit()
    #expect(try folder.names == ["out.csv"])
    #expect(try folder.read("out.csv") == "a\nb\n")
  }

  @Test func leavesNothingWhenDropped() throws {
    do {
      let file = try CheckedFile(folder.file("out.csv"), force: false)
      try file.write(bytes("a"))
    }
    #expect(try folder.names.isEmpty)
  }

  @Test func refusesAnExistingFile() throws {
    try folder.write("old", to: "out.csv")
    #expect(throws: WriteError.exists(path: folder.file("out.csv"))) {
      try CheckedFile(folder.file("out.csv"), force: false)
    }
    #expect(try folder.read("out.csv") == "old")
  }

  @Test func refusesAFileThatCameMeanwhile() throws {
    let file = try CheckedFile(folder.file("out.csv"), force: false)
    try folder.write("other", to: "out.csv")
    #expect(throws: WriteError.exists(path: folder.file("out.csv"))) { try file.commit() }
    #expect(try folder.read("out.csv") == "other")
    #expect(try folder.names == ["out.csv"])
  }

  @Test func forceReplacesAndKeepsTheMode() throws {
    try folder.write("old", to: "out.csv")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.file("out.csv"))
    let file = try CheckedFile(folder.file("out.csv"), force: true)
    try file.write(bytes("new"))
    try file.commit()
    #expect(try folder.read("out.csv") == "new")
    let mode = try FileManager.default.attributesOfItem(atPath: folder.file("out.csv"))[.posixPermissions] as? Int
    #expect(mode == 0o640)
  }

  @Test(arguments: ["/dev/null", "/tmp"]) func refusesWhatIsNoFile(_ path: String) {
    #expect(throws: WriteError.notAFile(path: path)) { try CheckedFile(path, force: true) }
  }

  @Test func namesAFolderThatIsMissing() {
    let path = folder.file("none/out.csv")
    #expect(throws: WriteError.failed(path: path, code: ENOENT)) { try CheckedFile(path, force: false) }
  }

  /// A system call that fails, and the error number it leaves.
  enum Fault: CaseIterable { case write, sync, close, rename }

  private func calls(failing fault: Fault) -> FileCalls {
    var calls = FileCalls.system
    @Sendable func fail(_ code: Int32) -> Int32 {
      errno = code
      return -1
    }
    switch fault {
    case .write: calls.write = { _, _, _ in Int(fail(ENOSPC)) }
    case .sync: calls.sync = { _ in fail(EIO) }
    case .close: calls.close = { _ in fail(EDQUOT) }
    case .rename: calls.rename = { _, _ in fail(EACCES) }
    }
    return calls
  }

  @Test(arguments: Fault.allCases) func keepsTheOldFileWhenACallFails(_ fault: Fault) throws {
    try folder.write("old", to: "out.csv")
    #expect(throws: WriteError.self) {
      let file = try CheckedFile(folder.file("out.csv"), force: true, calls: calls(failing: fault))
      try file.write(bytes("new"))
      try file.commit()
    }
    #expect(try folder.names == ["out.csv"])
    #expect(try folder.read("out.csv") == "old")
  }

  @Test func writesOnAfterShortWritesAndInterrupts() throws {
    var calls = FileCalls.system
    calls.write = { descriptor, bytes, count in
      if Bool.random() {
        errno = EINTR
        return -1
      }
      return FileCalls.system.write(descriptor, bytes, min(count, 3))
    }
    let file = try CheckedFile(folder.file("out.csv"), force: false, calls: calls)
    let text = String(repeating: "سطر،\n", count: 50)
    try file.write(bytes(text))
    try file.commit()
    #expect(try folder.read("out.csv") == text)
  }

  @Test func fullDisk() {
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    #expect(throws: WriteError.failed(path: "standard output", code: ENOSPC)) {
      try DescriptorSink(full, name: "standard output").write([1])
    }
  }

  @Test func closedPipe() {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    #expect(throws: WriteError.closedPipe) { try DescriptorSink(ends[1], name: "pipe").write([1]) }
  }
}

@Suite struct WriteScopeTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func belowAFolder() throws {
    let scope = WriteScope.below(folder.file("out"))
    #expect(try scope.resolve("a.csv").hasSuffix("/out/a.csv"))
    #expect(try scope.resolve("deep/er/a.csv").hasSuffix("/out/deep/er/a.csv"))
    #expect(Folder.entries(of: folder.file("out/deep")) == ["er/"])
  }

  @Test(arguments: ["../a.csv", "/tmp/a.csv", "x/../../a.csv", "..", "", "/"]) func noWayOut(_ path: String) {
    #expect(throws: WriteScope.Refusal.self) { try WriteScope.below(folder.path).resolve(path) }
  }

  @Test func noLinkThatLeadsOut() throws {
    try FileManager.default.createDirectory(atPath: folder.file("out"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: folder.file("out/link"), withDestinationPath: "/tmp")
    try FileManager.default.createSymbolicLink(atPath: folder.file("out/in"), withDestinationPath: ".")
    let scope = WriteScope.below(folder.file("out"))
    #expect(throws: WriteScope.Refusal.self) { try scope.resolve("link/a.csv") }
    #expect(try scope.resolve("in/a.csv").hasSuffix("/in/a.csv"))
  }

  @Test func nowhereAndAnywhere() throws {
    #expect(throws: WriteScope.Refusal.self) { try WriteScope.nowhere.resolve("a.csv") }
    #expect(try WriteScope.anywhere.resolve("/x/../a.csv") == "/x/../a.csv")
  }
}

@Suite struct TextFileTests {
  @Test func readsWholeFiles() throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "سطر\n", count: 30_000)
    try folder.write(text, to: "a")
    #expect(try TextFile.read(folder.file("a")) == text)
    try Data([0x61, 0xFF]).write(to: URL(filePath: folder.file("b")))
    #expect(throws: TextFile.Failure.self) { try TextFile.read(folder.file("b")) }
    #expect(throws: TextFile.Failure.self) { try TextFile.read(folder.path) }
    #expect(throws: TextFile.Failure.self) { try TextFile.read(folder.file("none")) }
  }
}
