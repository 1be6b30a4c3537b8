#include "io/safetensors.h"

#include <gtest/gtest.h>

#include <bit>
#include <cstring>
#include <fstream>
#include <limits>
#include <stdexcept>

#include "io/file.h"
#include "sparring/error.h"
#include "temp_folder.h"

namespace sparring {
namespace {

using test::TempFolder;

/// A file from its parts; `length` -1 stands for the header's own.
std::string fileOf(const std::string& header, const std::string& data, int64_t length = -1) {
  const uint64_t n = length < 0 ? header.size() : uint64_t(length);
  std::string bytes(8, '\0');
  std::memcpy(bytes.data(), &n, 8);
  return bytes + header + data;
}

/// What the reader says about these bytes; empty where it accepts them.
std::string faultOf(const std::string& bytes) {
  const TempFolder folder;
  std::ofstream(folder / "f.safetensors", std::ios::binary) << bytes;
  try {
    readSafetensors(folder / "f.safetensors");
  } catch (const Error& error) {
    EXPECT_NE(error.cause().str().find("f.safetensors"), std::string::npos) << "names the file: " << error.what();
    EXPECT_FALSE(error.hint().empty());
    return error.cause().str();
  }
  return "";
}

#define EXPECT_FAULT(bytes, part)                                           \
  do {                                                                      \
    const std::string fault = faultOf(bytes);                               \
    EXPECT_NE(fault.find(part), fault.npos) << "fault: \"" << fault << '"'; \
  } while (false)

class Safetensors : public ::testing::Test {
 protected:
  std::filesystem::path write() {
    const auto path = folder_ / "f.safetensors";
    writeSafetensors(path,
                     {{"z.weight", {2, 3}, weight_.data()},
                      {"a.bias", {3}, bias_.data()},
                      {"none", {0, 4}, nullptr},
                      {"scalar", {}, bias_.data()}},
                     {{"step", "7"}, {"note", "\"quoted\" λ"}});
    return path;
  }
  TempFolder folder_;
  // Values whose bits a text or arithmetic would not keep.
  std::vector<float> weight_ = {0.1f,
                                -0.0f,
                                std::numeric_limits<float>::denorm_min(),
                                std::numeric_limits<float>::max(),
                                std::bit_cast<float>(0x7fc12345u),
                                -std::numeric_limits<float>::infinity()};
  std::vector<float> bias_ = {1, 2, 3};
};

TEST_F(Safetensors, RoundTripKeepsEveryBit) {
  const TensorFile file = readSafetensors(write());
  ASSERT_EQ(file.tensors.size(), 4u);
  const LoadedTensor& weight = file.tensors.at("z.weight");
  EXPECT_EQ(weight.shape, (std::vector<int64_t>{2, 3}));
  ASSERT_EQ(weight.data.size(), weight_.size());
  EXPECT_EQ(std::memcmp(weight.data.data(), weight_.data(), 24), 0);
  EXPECT_EQ(file.tensors.at("a.bias").data, bias_);
  EXPECT_EQ(file.tensors.at("none").shape, (std::vector<int64_t>{0, 4}));
  EXPECT_TRUE(file.tensors.at("scalar").shape.empty());
  EXPECT_EQ(file.tensors.at("scalar").data, std::vector<float>{1});
  EXPECT_EQ(file.metadata.at("step"), "7");
  EXPECT_EQ(file.metadata.at("note"), "\"quoted\" λ");
}

TEST_F(Safetensors, DataIsAlignedAndInTheGivenOrder) {
  const std::string bytes = readFile(write());
  uint64_t length = 0;
  std::memcpy(&length, bytes.data(), 8);
  EXPECT_EQ(length % 8, 0u);
  EXPECT_EQ(std::memcmp(bytes.data() + 8 + length, weight_.data(), 24), 0);
  EXPECT_EQ(std::memcmp(bytes.data() + 8 + length + 24, bias_.data(), 12), 0);
}

TEST_F(Safetensors, SameInputGivesSameBytes) {
  const std::string first = readFile(write());
  EXPECT_EQ(readFile(write()), first);
}

TEST_F(Safetensors, AFileCutAnywhereIsRefused) {
  const std::string bytes = readFile(write());
  for (size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_NE(faultOf(bytes.substr(0, size)), "") << "cut to " << size << " of " << bytes.size() << " bytes";
  }
}

TEST_F(Safetensors, AFlippedBitInTheDataIsFound) {
  std::string bytes = readFile(write());
  bytes[bytes.size() - 5] ^= 1;
  EXPECT_FAULT(bytes, "SHA-256 does not match");
}

TEST_F(Safetensors, NoTensorsAtAllIsAFileToo) {
  writeSafetensors(folder_ / "empty.safetensors", {}, {});
  EXPECT_TRUE(readSafetensors(folder_ / "empty.safetensors").tensors.empty());
}

TEST_F(Safetensors, ANameThatStandsTwiceIsNotWritten) {
  const std::vector<TensorView> twice = {{"a", {3}, bias_.data()}, {"a", {3}, bias_.data()}};
  EXPECT_THROW(writeSafetensors(folder_ / "f", twice, {}), std::invalid_argument);
}

TEST(SafetensorsReader, TakesAFileAsPyTorchWritesIt) {
  // Header order other than data order, padding, metadata without a hash.
  const std::string header = R"({"__metadata__":{"format":"pt"},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]},)"
                             R"("a":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]}}   )";
  const float values[2] = {1.5f, 2.5f};
  const TempFolder folder;
  writeFile(folder / "f", fileOf(header, std::string(reinterpret_cast<const char*>(values), 8)));
  const TensorFile file = readSafetensors(folder / "f");
  EXPECT_EQ(file.tensors.at("a").data, std::vector<float>{1.5f});
  EXPECT_EQ(file.tensors.at("b").data, std::vector<float>{2.5f});
}

TEST(SafetensorsReader, RefusesAHeaderLongerThanTheFile) {
  EXPECT_FAULT(fileOf("{}", "", 3), "cut short");
  EXPECT_FAULT(fileOf("{}", "", std::numeric_limits<int64_t>::max()), "cut short");
  EXPECT_FAULT(std::string(8, '\xff') + "{}", "cut short");
}

TEST(SafetensorsReader, RefusesAHeaderThatIsNoJsonObject) {
  for (const char* header : {"", "{", "[]", "7", "{} x", "\xff\xfe"}) EXPECT_FAULT(fileOf(header, ""), "header");
}

TEST(SafetensorsReader, SurvivesAHeaderNestedDeeply) { EXPECT_NE(faultOf(fileOf(std::string(1000000, '['), "")), ""); }

TEST(SafetensorsReader, RefusesNotesThatAreNotTexts) {
  EXPECT_FAULT(fileOf(R"({"__metadata__":{"step":7}})", ""), "__metadata__");
  EXPECT_FAULT(fileOf(R"({"__metadata__":[]})", ""), "__metadata__");
}

TEST(SafetensorsReader, RefusesATensorWithoutItsThreeFields) {
  for (const char* entry :
       {R"(7)", R"({"shape":[1],"data_offsets":[0,4]})", R"({"dtype":"F32","data_offsets":[0,4]})",
        R"({"dtype":"F32","shape":[1]})", R"({"dtype":7,"shape":[1],"data_offsets":[0,4]})",
        R"({"dtype":"F32","shape":1,"data_offsets":[0,4]})", R"({"dtype":"F32","shape":[-1],"data_offsets":[0,4]})",
        R"({"dtype":"F32","shape":[1.0],"data_offsets":[0,4]})", R"({"dtype":"F32","shape":[1],"data_offsets":[0]})",
        R"({"dtype":"F32","shape":[1],"data_offsets":[0,4,8]})",
        R"({"dtype":"F32","shape":[1],"data_offsets":["0",4]})",
        R"({"dtype":"F32","shape":[1],"data_offsets":[0,99999999999999999999]})"}) {
    EXPECT_FAULT(fileOf("{\"w\":" + std::string(entry) + "}", "abcd"), "tensor w properly");
  }
}

TEST(SafetensorsReader, NamesATypeItCannotRead) {
  EXPECT_FAULT(fileOf(R"({"w":{"dtype":"BF16","shape":[2],"data_offsets":[0,4]}})", "abcd"), "tensor w as BF16");
}

TEST(SafetensorsReader, RefusesAShapeThatDoesNotFitTheData) {
  EXPECT_FAULT(fileOf(R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}})", "abcd"), "shape");
  EXPECT_FAULT(fileOf(R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}})", "abcd"), "shape");
}

TEST(SafetensorsReader, RefusesAShapeWhoseProductOverflows) {
  // 2^32 * 2^32 elements wrap around to none, 2^62 elements to no bytes
  EXPECT_FAULT(fileOf(R"({"w":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}})", ""), "shape");
  EXPECT_FAULT(fileOf(R"({"w":{"dtype":"F32","shape":[4611686018427387904],"data_offsets":[0,0]}})", ""), "shape");
}

TEST(SafetensorsReader, RefusesATensorPastTheEnd) {
  EXPECT_FAULT(fileOf(R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", "abcd"), "cut short");
}

TEST(SafetensorsReader, RefusesTensorsThatOverlap) {
  EXPECT_FAULT(fileOf(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},)"
                      R"("b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
                      "abcdefgh"),
               "overlaps");
}

TEST(SafetensorsReader, RefusesDataThatBelongsToNoTensor) {
  const std::string first = R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})";
  const std::string second = R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})";
  EXPECT_FAULT(fileOf(first, "abcdefgh"), "4 bytes that belong to no tensor");
  EXPECT_FAULT(fileOf(second, "abcdefgh"), "gap before the tensor w");
}

TEST(SafetensorsReader, RefusesANameThatStandsTwice) {
  EXPECT_FAULT(fileOf(R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},)"
                      R"("w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})",
                      "abcd"),
               "header");
}

}  // namespace
}  // namespace sparring
