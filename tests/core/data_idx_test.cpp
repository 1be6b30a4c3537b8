// readIdx against every way a file can be wrong.
#include <gtest/gtest.h>

#include <random>

#include "idx_files.h"
#include "io/idx.h"
#include "temp_folder.h"

namespace sparring {
namespace {

using test::contains;

using test::errorText;
using test::gzip;
using test::idxBytes;
using test::imageFile;
using test::labelFile;
using test::put;

class Idx : public testing::Test {
 protected:
  /// The error's text when a file of these bytes is read as images.
  std::string errorReading(const std::string& bytes, int rank = 3) {
    put(path_, bytes);
    return errorText([&] { readIdx(path_, rank); });
  }

  test::TempFolder folder_;
  std::filesystem::path path_ = folder_ / "file";
};

TEST_F(Idx, ReadsRawImages) {
  put(path_, imageFile(3, 4, 5));
  const IdxArray array = readIdx(path_, 3);
  EXPECT_EQ(array.dims, (std::vector<int64_t>{3, 4, 5}));
  ASSERT_EQ(array.bytes.size(), 60u);
  EXPECT_EQ(array.bytes[59], 59);
}

TEST_F(Idx, ReadsGzipWhateverItsName) {
  put(path_, gzip(imageFile(300, 28, 28)));
  const IdxArray packed = readIdx(path_, 3);
  put(path_, imageFile(300, 28, 28));
  EXPECT_EQ(packed.bytes, readIdx(path_, 3).bytes);
}

TEST_F(Idx, ReadsGzipOfSeveralMembers) {
  const std::string whole = labelFile(20);
  put(path_, gzip(whole.substr(0, 9)) + gzip(whole.substr(9)));
  EXPECT_EQ(readIdx(path_, 1).bytes.size(), 20u);
}

TEST_F(Idx, WritesWhatItReads) {
  const std::vector<uint8_t> bytes = {1, 2, 3, 4, 5, 6};
  writeIdx(path_, {3, 2}, bytes.data());
  const IdxArray array = readIdx(path_, 2);
  EXPECT_EQ(array.dims, (std::vector<int64_t>{3, 2}));
  EXPECT_EQ(array.bytes, bytes);
}

TEST_F(Idx, HashIsThatOfTheRawFileAlsoWhenPacked) {
  put(path_, labelFile(10));
  const std::string raw = idxSha256(readIdx(path_, 1));
  put(path_, gzip(labelFile(10)));
  EXPECT_EQ(idxSha256(readIdx(path_, 1)), raw);
  // sha256sum of the bytes 00 00 08 01 00 00 00 0a 00 01 … 09
  EXPECT_EQ(raw, "7fb941263a85687d080a3ba53d246dc51e2cd63316f98fbb8ecdbb54ef081e6c");
}

TEST_F(Idx, TellsRankFromMagic) {
  put(path_, labelFile(10));
  EXPECT_EQ(idxRank(path_), 1);
  put(path_, gzip(imageFile(1, 4, 4)));
  EXPECT_EQ(idxRank(path_), 3);
}

TEST_F(Idx, SaysWhereTheHeaderIsCutShort) {
  const std::string whole = imageFile(2, 4, 4);
  for (size_t size = 1; size < 16; ++size) {
    const std::string text = errorReading(whole.substr(0, size));
    EXPECT_TRUE(contains(text, "ends after " + std::to_string(size) + " of the 16 bytes of its header")) << text;
  }
}

TEST_F(Idx, SaysWhereAPackedHeaderIsCutShort) {
  const std::string whole = imageFile(2, 4, 4);
  for (size_t size = 0; size < 16; ++size) {
    const std::string text = errorReading(gzip(whole.substr(0, size)));
    EXPECT_TRUE(contains(text, "ends after " + std::to_string(size) + " of the 16 bytes of its header")) << text;
  }
}

TEST_F(Idx, SaysHowManyBytesAreMissing) {
  const std::string whole = imageFile(2, 4, 4);
  for (size_t size : {size_t(16), size_t(17), size_t(30), whole.size() - 1}) {
    const std::string wanted = "promises 2 x 4 x 4 = 32 bytes after its header, but only " + std::to_string(size - 16);
    EXPECT_TRUE(contains(errorReading(whole.substr(0, size)), wanted)) << size;
    EXPECT_TRUE(contains(errorReading(gzip(whole.substr(0, size))), wanted)) << size;
  }
}

TEST_F(Idx, RefusesBytesAfterTheLast) {
  EXPECT_TRUE(contains(errorReading(imageFile(2, 4, 4) + "x"), "goes on after the 32 bytes"));
  EXPECT_TRUE(contains(errorReading(gzip(imageFile(2, 4, 4) + "x")), "goes on after the 32 bytes"));
}

TEST_F(Idx, RefusesBytesAfterTheGzipData) {
  EXPECT_TRUE(contains(errorReading(gzip(imageFile(2, 4, 4)) + "x"), "after the end of its gzip data"));
}

TEST_F(Idx, RefusesGzipCutShortAnywhere) {
  const std::string packed = gzip(imageFile(20, 28, 28));
  for (size_t size = 2; size < packed.size(); size += size < 40 || size + 12 > packed.size() ? 1 : 97) {
    const std::string text = errorReading(packed.substr(0, size));
    EXPECT_TRUE(contains(text, "its gzip data ends too early")) << size << ": " << text;
  }
}

TEST_F(Idx, RefusesGzipDamagedAnywhere) {
  const std::string packed = gzip(imageFile(20, 28, 28));
  // not bytes 4 to 9 of gzip's header: they hold a time and hints, which nobody checks
  for (size_t at = 10; at < packed.size(); at += 31) {
    std::string damaged = packed;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    EXPECT_FALSE(errorReading(damaged).empty()) << at;
  }
}

TEST_F(Idx, SaysThatACheckSumIsWrong) {
  std::string packed = gzip(imageFile(2, 4, 4));
  packed[packed.size() - 5] = static_cast<char>(packed[packed.size() - 5] ^ 1);
  EXPECT_TRUE(contains(errorReading(packed), "corrupt gzip data"));
}

TEST_F(Idx, NamesBothMagicNumbers) {
  const std::string text = errorReading(idxBytes(0x12345678, {1, 1, 1}, "x"));
  EXPECT_TRUE(contains(text, "0x12345678 instead of 0x00000803")) << text;
}

TEST_F(Idx, GuessesWhatAWrongFileIs) {
  EXPECT_TRUE(contains(errorReading(labelFile(20)), "labels where images are wanted"));
  EXPECT_TRUE(contains(errorReading(imageFile(2, 4, 4), 1), "images where labels are wanted"));
  EXPECT_TRUE(contains(errorReading("<!DOCTYPE html><html></html>"), "HTML"));
  EXPECT_TRUE(contains(errorReading("\x89PNG\r\n\x1a\n........"), "PNG"));
  EXPECT_TRUE(contains(errorReading(idxBytes(0x0d03, {1, 1, 1}, "xxxx")), "another number type"));
  EXPECT_TRUE(contains(errorReading(idxBytes(0x03080000, {1, 1, 1}, "x")), "byte order is reversed"));
}

TEST_F(Idx, RefusesDimensionsOfZero) {
  EXPECT_TRUE(contains(errorReading(idxBytes(0x803, {0, 28, 28}, "")), "holds nothing"));
  EXPECT_TRUE(contains(errorReading(idxBytes(0x803, {2, 0, 4}, "x")), "holds nothing"));
}

TEST_F(Idx, RefusesDimensionsPastTheFileWithoutAllocating) {
  // 2.4 TB: an attempt to allocate it would end the test
  const std::string lie = idxBytes(0x803, {0xffffffff, 24, 24}, "abc");
  EXPECT_TRUE(contains(errorReading(lie), "but only 3 are there"));
  EXPECT_TRUE(contains(errorReading(gzip(lie)), "more than its"));
}

TEST_F(Idx, RefusesDimensionsThatOverflow) {
  const std::string lie = idxBytes(0x803, {0xffffffff, 0xffffffff, 0xffffffff}, "abc");
  EXPECT_TRUE(contains(errorReading(lie), "more than any computer can hold"));
  EXPECT_TRUE(contains(errorReading(gzip(lie)), "more than any computer can hold"));
  // a product that comes out as 0 in 64 bits
  const std::string wraps = idxBytes(0x803, {0x80000000, 0x80000000, 4}, "");
  EXPECT_TRUE(contains(errorReading(wraps), "more than any computer can hold"));
}

TEST_F(Idx, RefusesAPackedFileThatUnpacksPastTheLimit) {
  // random bytes do not pack, so this is large enough on disk to make 1.2 GB believable
  std::mt19937 random(1);
  std::string noise(1300000, '\0');
  for (char& c : noise) c = static_cast<char>(random());
  EXPECT_TRUE(contains(errorReading(gzip(idxBytes(0x803, {20000, 250, 250}, noise))), "gunzip first"));
}

TEST_F(Idx, RefusesAnEmptyFile) { EXPECT_TRUE(contains(errorReading(""), "is empty")); }

TEST_F(Idx, RefusesAFolder) {
  EXPECT_TRUE(contains(errorText([&] { readIdx(folder_.path(), 3); }), "is a folder, not a file"));
}

TEST_F(Idx, SaysWhyAFileCannotBeRead) {
  EXPECT_TRUE(contains(errorText([&] { readIdx(folder_ / "none", 3); }), "There is no file"));
  put(path_, "x");
  EXPECT_TRUE(contains(errorText([&] { readIdx(path_ / "below", 3); }), "There is no file"));
}

TEST_F(Idx, RefusesWhatIsNotAPlainFile) {
  EXPECT_TRUE(contains(errorText([&] { readIdx("/dev/null", 3); }), "is not a plain file"));
}

}  // namespace
}  // namespace sparring
