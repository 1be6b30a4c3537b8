#include "io/file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "base/text.h"
#include "file_size_limit.h"
#include "read_only_folder.h"
#include "sparring/error.h"
#include "temp_folder.h"

namespace sparring {
namespace {

namespace fs = std::filesystem;
using test::FileSizeLimit;
using test::ReadOnlyFolder;
using test::TempFolder;

/// What the error of `call` says, cause and hint; empty where there is none.
template <typename Call>
std::string errorOf(Call call) {
  try {
    call();
  } catch (const Error& error) {
    EXPECT_FALSE(error.hint().empty()) << error.what();
    return error.what();
  }
  return "";
}

int64_t entries(const fs::path& folder) { return std::distance(fs::directory_iterator(folder), {}); }

TEST(Message, FillsItsPlacesInOnePass) {
  EXPECT_EQ((Message{"%2 before %1, 100 %", {"%2", "b"}}).str(), "b before %2, 100 %");
}

TEST(Message, LeavesAPlaceWithoutArgumentAlone) { EXPECT_EQ((Message{"%1 %2", {"a"}}).str(), "a %2"); }

TEST(Error, SaysCauseThenHint) {
  EXPECT_STREQ(Error({"no %1", {"x"}}).what(), "no x");
  EXPECT_STREQ(Error({"no %1", {"x"}}, {"try %1", {"y"}}).what(), "no x\ntry y");
}

TEST(WriteFile, WritesWhatReadFileReads) {
  const TempFolder folder;
  const std::string bytes("a\0b\n", 4);
  writeFile(folder / "f", bytes);
  EXPECT_EQ(readFile(folder / "f"), bytes);
  EXPECT_EQ(entries(folder.path()), 1);
}

TEST(WriteFile, ReplacesAFileAndKeepsItsPermissions) {
  const TempFolder folder;
  writeFile(folder / "f", "old");
  ASSERT_EQ(::chmod((folder / "f").c_str(), 0640), 0);
  writeFile(folder / "f", "new");
  EXPECT_EQ(readFile(folder / "f"), "new");
  EXPECT_EQ(fs::status(folder / "f").permissions(), fs::perms(0640));
}

TEST(WriteFile, WritesThroughASymbolicLink) {
  const TempFolder folder;
  writeFile(folder / "target", "old");
  fs::create_symlink("target", folder / "link");
  writeFile(folder / "link", "new");
  EXPECT_TRUE(fs::is_symlink(folder / "link"));
  EXPECT_EQ(readFile(folder / "target"), "new");
}

TEST(WriteFile, SaysThatTheFolderIsMissing) {
  const TempFolder folder;
  const std::string error = errorOf([&] { writeFile(folder / "none" / "f", "x"); });
  EXPECT_NE(error.find("there is no folder " + (folder / "none").string()), error.npos) << error;
}

TEST(WriteFile, SaysThatAFolderIsInTheWay) {
  const TempFolder folder;
  fs::create_directory(folder / "f");
  EXPECT_NE(errorOf([&] { writeFile(folder / "f", "x"); }).find("there is a folder of that name"), std::string::npos);
}

TEST(WriteFile, SaysThatPermissionIsDenied) {
  const TempFolder folder;
  writeFile(folder / "f", "old");
  std::string error;
  {
    const ReadOnlyFolder readOnly(folder.path());
    if (!readOnly) GTEST_SKIP() << "this process may write everywhere";
    error = errorOf([&] { writeFile(folder / "f", "new"); });
  }
  EXPECT_NE(error.find("permission denied"), error.npos) << error;
  EXPECT_EQ(readFile(folder / "f"), "old");
}

TEST(WriteFile, DoesNotReplaceADevice) {
  const std::string error = errorOf([] { writeFile("/dev/null", "x"); });
  EXPECT_NE(error.find("not a plain file"), error.npos) << error;
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST(WriteFile, LeavesTheOldFileAndNothingElseWhenTheDiskIsFull) {
  const TempFolder folder;
  writeFile(folder / "f", "old");
  std::string error;
  {
    const FileSizeLimit limit(1000);
    error = errorOf([&] { writeFile(folder / "f", std::string(1001, 'x')); });
  }
  EXPECT_NE(error.find("the disk is full"), error.npos) << error;
  EXPECT_EQ(readFile(folder / "f"), "old");
  EXPECT_EQ(entries(folder.path()), 1);
}

TEST(WriteAll, SaysThatTheDeviceIsFull) {
  const int fd = ::open("/dev/full", O_WRONLY);
  ASSERT_GE(fd, 0);
  const std::string error = errorOf([&] { writeAll(fd, "x", "somewhere/f"); });
  ::close(fd);
  EXPECT_NE(error.find("somewhere/f cannot be written: the disk is full"), error.npos) << error;
}

TEST(ReadFile, NeverWaitsForAPipe) {
  const TempFolder folder;
  ASSERT_EQ(::mkfifo((folder / "f").c_str(), 0600), 0);
  EXPECT_NE(errorOf([&] { readFile(folder / "f"); }).find("is not a plain file"), std::string::npos);
}

TEST(ReadFile, RefusesADevice) {
  EXPECT_NE(errorOf([] { readFile("/dev/zero"); }).find("is not a plain file"), std::string::npos);
}

TEST(ReadFile, ReadsFilesWithoutASize) { EXPECT_FALSE(readFile("/proc/self/status").empty()); }

TEST(WriteFile, LeavesALinkToItselfAlone) {
  const TempFolder folder;
  fs::create_symlink("loop", folder / "loop");
  const std::string error = errorOf([&] { writeFile(folder / "loop", "x"); });
  EXPECT_NE(error.find("cannot be written"), error.npos) << error;
  EXPECT_TRUE(fs::is_symlink(folder / "loop"));
}

TEST(ErrorOf, SaysInWordsThatMemoryRanOut) {
  EXPECT_EQ(sparring::errorOf(std::bad_alloc()).cause().str(), "There is not enough memory for this.");
  EXPECT_TRUE(isOutOfMemory(std::runtime_error("DefaultCPUAllocator: can't allocate memory: you tried …")));
}

TEST(ErrorOf, NamesThePathThatAFileSystemRefused) {
  const auto code = std::make_error_code(std::errc::filename_too_long);
  const std::string cause = sparring::errorOf(fs::filesystem_error("status", "there", code)).cause().str();
  EXPECT_EQ(cause, "there cannot be used: File name too long.");
}

TEST(ErrorOf, LeavesAnErrorAsItIs) {
  EXPECT_EQ(sparring::errorOf(Error({"a"}, {"b"}, Error::Kind::Usage)).kind(), Error::Kind::Usage);
}

TEST(Utf8, IsToldFromOtherBytes) {
  for (const char* text : {"", "plain", "Größe", "数据", "\U0001F600"}) EXPECT_TRUE(isUtf8(text)) << text;
  for (const char* text : {"d\xe4ta", "\xc3", "\xc0\xaf", "\xed\xa0\x80", "\xf8\x88\x80\x80\x80", "\x80"})
    EXPECT_FALSE(isUtf8(text)) << text;
}

TEST(ReadFile, SaysThatThereIsNoFile) {
  const TempFolder folder;
  EXPECT_NE(errorOf([&] { readFile(folder / "f"); }).find("There is no file"), std::string::npos);
}

TEST(ReadFile, SaysThatAFolderIsNoFile) {
  const TempFolder folder;
  EXPECT_NE(errorOf([&] { readFile(folder.path()); }).find("is a folder"), std::string::npos);
}

TEST(ReadFile, KeepsToItsLimit) {
  const TempFolder folder;
  writeFile(folder / "f", "12345");
  EXPECT_EQ(readFile(folder / "f", 5), "12345");
  EXPECT_NE(errorOf([&] { readFile(folder / "f", 4); }).find("larger than the 4 bytes"), std::string::npos);
}

TEST(ReadFile, KeepsToItsLimitWhereTheSizeIsUnknown) {
  EXPECT_NE(errorOf([] { readFile("/proc/self/status", 10); }).find("larger than"), std::string::npos);
}

TEST(Sha256, MatchesTheStandardsExamples) {
  // FIPS 180-2, appendix B.1, and the empty message
  EXPECT_EQ(sha256("abc", 3), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("", 0), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Sha256, DoesNotDependOnHowTheDataIsCut) {
  Sha256 hash;
  hash.add("a", 1);
  hash.add("bc", 2);
  EXPECT_EQ(hash.hex(), sha256("abc", 3));
}

}  // namespace
}  // namespace sparring
