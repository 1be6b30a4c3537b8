#include <gtest/gtest.h>
#include <zlib.h>

#include <cstring>
#include <map>
#include <stdexcept>

#include "io/file.h"
#include "io/npz.h"
#include "temp_folder.h"

namespace sparring {
namespace {

using test::TempFolder;

uint32_t littleEndian(const std::string& bytes, size_t at, int width) {
  uint32_t value = 0;
  for (int i = width - 1; i >= 0; --i) value = value << 8 | static_cast<uint8_t>(bytes.at(at + i));
  return value;
}

/// The stored entries of a zip by its central directory, each checked against its CRC.
std::map<std::string, std::string> unzipStored(const std::string& zip) {
  std::map<std::string, std::string> entries;
  const size_t end = zip.rfind("PK\x05\x06");
  EXPECT_NE(end, zip.npos);
  size_t at = littleEndian(zip, end + 16, 4);
  for (uint32_t i = 0; i < littleEndian(zip, end + 10, 2); ++i) {
    EXPECT_EQ(zip.substr(at, 4), "PK\x01\x02");
    EXPECT_EQ(littleEndian(zip, at + 10, 2), 0u) << "stored, not packed";
    const uint32_t crc = littleEndian(zip, at + 16, 4);
    const uint32_t size = littleEndian(zip, at + 20, 4);
    const uint32_t nameSize = littleEndian(zip, at + 28, 2);
    const uint32_t local = littleEndian(zip, at + 42, 4);
    const std::string name = zip.substr(at + 46, nameSize);
    const size_t data = local + 30 + littleEndian(zip, local + 26, 2) + littleEndian(zip, local + 28, 2);
    entries[name] = zip.substr(data, size);
    EXPECT_EQ(crc32(0, reinterpret_cast<const Bytef*>(entries[name].data()), size), crc) << name;
    at += 46 + nameSize + littleEndian(zip, at + 30, 2) + littleEndian(zip, at + 32, 2);
  }
  return entries;
}

/// Splits a .npy file (format 1.0) into its dictionary and its data.
std::pair<std::string, std::string> splitNpy(const std::string& npy) {
  EXPECT_EQ(npy.substr(0, 8), std::string("\x93NUMPY\x01\0", 8));
  const size_t data = 10 + littleEndian(npy, 8, 2);
  EXPECT_EQ(data % 64, 0u) << "aligned";
  EXPECT_EQ(npy.at(data - 1), '\n');
  const std::string dict = npy.substr(10, data - 11);
  return {dict.substr(0, dict.find_last_not_of(' ') + 1), npy.substr(data)};
}

TEST(Npz, HoldsTheArraysWithTheirShapesAndTypes) {
  const uint8_t pixels[] = {0, 1, 254, 255, 7, 8};
  const float values[] = {0.5f, -1.25f};
  const TempFolder folder;
  writeNpz(folder / "a.npz", {{"images", {3, 2, 1}, "|u1", pixels}, {"values", {2}, "<f4", values}});

  const auto entries = unzipStored(readFile(folder / "a.npz"));
  ASSERT_EQ(entries.size(), 2u);
  const auto [imagesDict, imagesData] = splitNpy(entries.at("images.npy"));
  EXPECT_EQ(imagesDict, "{'descr': '|u1', 'fortran_order': False, 'shape': (3, 2, 1), }");
  EXPECT_EQ(imagesData, std::string(reinterpret_cast<const char*>(pixels), 6));
  const auto [valuesDict, valuesData] = splitNpy(entries.at("values.npy"));
  EXPECT_EQ(valuesDict, "{'descr': '<f4', 'fortran_order': False, 'shape': (2, ), }");
  EXPECT_EQ(valuesData, std::string(reinterpret_cast<const char*>(values), 8));
}

TEST(Npz, SameArraysGiveTheSameBytes) {
  const uint8_t bytes[] = {1, 2};
  const TempFolder folder;
  writeNpz(folder / "a", {{"x", {2}, "|u1", bytes}});
  writeNpz(folder / "b", {{"x", {2}, "|u1", bytes}});
  EXPECT_EQ(readFile(folder / "a"), readFile(folder / "b"));
}

TEST(Npz, DoesNotWriteATypeItDoesNotKnow) {
  const TempFolder folder;
  EXPECT_THROW(writeNpz(folder / "a", {{"x", {1}, "<i8", nullptr}}), std::invalid_argument);
  EXPECT_FALSE(std::filesystem::exists(folder / "a"));
}

}  // namespace
}  // namespace sparring
