#include "sweep/slurmfolder.h"

#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "base/wholenumber.h"
#include "io/file.h"
#include "sparring/error.h"
#include "sweep/slurmcommand.h"

namespace sparring {
namespace fs = std::filesystem;

namespace {

constexpr char kArraysFile[] = "arrays.json";
constexpr int64_t kArraysLimit = 1 << 20;  // bytes of any of its files
constexpr std::chrono::seconds kAnswers{30};

std::string fileName(int64_t number, const char* ending) { return "array-" + std::to_string(number) + ending; }

std::string newName(int64_t number) {
  char text[32];
  std::snprintf(text, sizeof text, "sparring-%08x-", static_cast<unsigned>(std::random_device()()));
  return text + std::to_string(number);
}

}  // namespace

fs::path SlurmFolder::script(int64_t number) const { return path_ / fileName(number, ".sh"); }
fs::path SlurmFolder::tasks(int64_t number) const { return path_ / fileName(number, ".txt"); }
fs::path SlurmFolder::said(int64_t number) const { return path_ / fileName(number, ".log"); }

std::vector<SlurmArray> SlurmFolder::arrays() const {
  std::vector<SlurmArray> arrays;
  try {
    for (const auto& one : nlohmann::json::parse(readFile(path_ / kArraysFile, kArraysLimit))) {
      SlurmArray array{wholeNumber<int64_t>(one.at("number")), one.at("name"), one.at("id"), {}};
      array.tasks = parseTaskLines(readFile(tasks(array.number), kArraysLimit));
      arrays.push_back(std::move(array));
    }
  } catch (const std::exception&) {  // not there, or not ours any more
    return {};
  }
  return arrays;
}

void SlurmFolder::note(const std::vector<SlurmArray>& arrays) const {
  auto list = nlohmann::ordered_json::array();
  for (const SlurmArray& one : arrays) list.push_back({{"number", one.number}, {"name", one.name}, {"id", one.id}});
  writeFile(path_ / kArraysFile, list.dump(1) + "\n");
}

SlurmArray SlurmFolder::add(const std::vector<SlurmTask>& list, SlurmScript asked) const {
  fs::create_directories(path_);
  fs::create_directories(asked.sweep / "logs");
  SlurmArray array{1, {}, {}, list};
  while (fs::exists(script(array.number))) ++array.number;
  array.name = newName(array.number);
  asked.tasks = tasks(array.number);
  asked.said = said(array.number);
  writeFile(asked.tasks, taskLines(list));
  writeFile(script(array.number), scriptText(array, asked));
  return array;
}

std::vector<std::string> idsWithSlurm(const fs::path& sweep) {
  const SlurmFolder folder(sweep);
  const auto arrays = folder.arrays();
  std::set<std::string> ids;
  if (arrays.empty()) return {};
  try {
    SlurmCommand squeue(folder.path(), squeueWords(arrays));
    if (!squeue.wait(kAnswers) || !squeue.succeeded()) return {};
    for (const SlurmState& one : parseQueue(squeue.answer()))
      if (!isOver(one.state)) ids.insert(one.id);
  } catch (const Error&) {
    return {};
  }
  return {ids.begin(), ids.end()};
}

}  // namespace sparring
