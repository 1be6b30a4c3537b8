#include "sweep/slurmarray.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "base/text.h"
#include "sparring/error.h"

namespace sparring {
namespace fs = std::filesystem;

namespace {

constexpr size_t kMostTasks = 1000;  // of an array: Slurm's MaxArraySize is 1001 unless it is set
constexpr char kPlace[] = "best-";
constexpr char kBudget[] = "-to-";

bool hasControls(const std::string& text) {
  return std::ranges::any_of(text, [](unsigned char c) { return c < ' ' || c == 0x7F; });
}

void requireWord(const std::string& text) {
  if (!hasControls(text) && text.find_first_of(" '\"\\#") == text.npos) return;
  throw Error({QT_TRANSLATE_NOOP("core", "\"%1\" is not a word that sbatch takes."), {text}},
              {QT_TRANSLATE_NOOP("core", "For example --partition gpu --time 2:00:00."), {}}, Error::Kind::Usage);
}

/// For the shell.
std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

/// For a line of options: there a % begins what sbatch puts in, and a quoted text ends at a quote.
std::string optionText(const fs::path& path) {
  std::string out = "\"";
  for (const char c : path.string())
    out += c == '%' ? std::string("%%") : (c == '"' || c == '\\' ? "\\" : "") + std::string(1, c);
  return out + "\"";
}

size_t countAt(const SweepResults& results, int64_t budget) {
  return static_cast<size_t>(std::ranges::count_if(results, [budget](const auto& one) {
    return std::ranges::find(one, budget, &SweepResult::budget) != one.end();
  }));
}

void append(std::vector<std::vector<SlurmTask>>& arrays, const std::vector<SlurmTask>& tasks) {
  for (size_t first = 0; first < tasks.size(); first += kMostTasks)
    arrays.emplace_back(tasks.begin() + std::ptrdiff_t(first),
                        tasks.begin() + std::ptrdiff_t(std::min(first + kMostTasks, tasks.size())));
}

std::vector<std::string> fieldsOf(const std::string& line) {
  std::vector<std::string> fields;
  for (size_t begin = 0; begin <= line.size();) {
    const size_t end = std::min(line.find('|', begin), line.size());
    fields.emplace_back(trimmed(std::string_view(line).substr(begin, end - begin)));
    begin = end + 1;
  }
  return fields;
}

}  // namespace

void requireRunner(const SweepSpec& spec) {
  if (spec.runner != "local" && spec.runner != "slurm")
    throw Error({QT_TRANSLATE_NOOP("core", "There is no runner \"%1\"."), {spec.runner}},
                {QT_TRANSLATE_NOOP("core", "There are local and slurm."), {}}, Error::Kind::Usage);
  requireWord(spec.slurm.partition);
  requireWord(spec.slurm.time);
  for (const std::string& line : spec.slurm.lines)
    if (line.empty() || line.front() == ' ' || line.front() == '#' || hasControls(line))
      throw Error({QT_TRANSLATE_NOOP("core", "\"%1\" is not an option of sbatch."), {line}},
                  {QT_TRANSLATE_NOOP("core", "Write it as behind #SBATCH, one a line: account=physics."), {}},
                  Error::Kind::Usage);
}

std::optional<size_t> placeOf(const std::string& work, int64_t budget) {
  const std::string end = kBudget + std::to_string(budget);
  if (!work.starts_with(kPlace) || !work.ends_with(end)) return {};
  const size_t begin = sizeof kPlace - 1;
  if (work.size() < begin + end.size()) return {};
  const auto place = parseInteger(work.substr(begin, work.size() - begin - end.size()));
  return place && *place > 0 ? std::optional(static_cast<size_t>(*place)) : std::nullopt;
}

std::vector<std::vector<SlurmTask>> slurmTasks(const SweepSpec& spec, const std::vector<SweepRun>& runs,
                                               const SweepResults& results, const std::set<size_t>& aside) {
  const auto missing = [&](size_t run, int64_t budget) {
    return !aside.contains(run) && std::ranges::find(results[run], budget, &SweepResult::budget) == results[run].end();
  };
  const auto budgets = budgetsOf(spec, runs.size());
  std::vector<SlurmTask> tasks;
  for (size_t run = 0; run < runs.size(); ++run)
    if (missing(run, budgets.front())) tasks.push_back({runs[run].name, budgets.front()});
  std::vector<std::vector<SlurmTask>> arrays;
  append(arrays, tasks);
  size_t through = countAt(results, budgets.front()) + tasks.size();
  for (size_t rung = 1; rung < budgets.size(); ++rung) {
    const int64_t budget = budgets[rung];
    tasks.clear();
    if (arrays.empty()) {
      for (const size_t run : promotedTo(spec, results, budget))
        if (missing(run, budget)) tasks.push_back({runs[run].name, budget});
    } else {
      for (size_t place = 1; place <= through / static_cast<size_t>(spec.halving); ++place)
        tasks.push_back({kPlace + std::to_string(place) + kBudget + std::to_string(budget), budget});
    }
    append(arrays, tasks);
    through = std::min(runs.size(), countAt(results, budget) + tasks.size());
  }
  return arrays;
}

std::string taskLines(const std::vector<SlurmTask>& tasks) {
  std::string text;
  for (const SlurmTask& task : tasks) text += task.work + " " + std::to_string(task.budget) + "\n";
  return text;
}

std::vector<SlurmTask> parseTaskLines(const std::string& text) {
  std::vector<SlurmTask> tasks;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    const size_t space = line.find(' ');
    if (space == 0 || space == line.npos) continue;
    if (const auto budget = parseInteger(line.substr(space + 1)); budget && *budget >= 0)
      tasks.push_back({line.substr(0, space), *budget});
  }
  return tasks;
}

std::string scriptText(const SlurmArray& array, const SlurmScript& script) {
  const SlurmRequest& asked = script.spec.slurm;
  std::string text = "#!/bin/sh\n";
  const auto option = [&text](const std::string& line) { text += "#SBATCH " + line + "\n"; };
  option("--job-name=" + array.name);
  option("--array=0-" + std::to_string(array.tasks.size() - 1) + "%" + std::to_string(script.spec.jobs));
  if (!script.after.empty()) option("--dependency=afterany:" + script.after);
  option("--cpus-per-task=" + std::to_string(asked.cpus));
  option("--signal=B:TERM@60");
  option("--output=" + optionText(script.said));
  option("--open-mode=append");
  if (!asked.partition.empty()) option("--partition=" + asked.partition);
  if (!asked.time.empty()) option("--time=" + asked.time);
  for (const std::string& line : asked.lines) option(line.front() == '-' ? line : "--" + line);
  const std::string sweep = quoted(script.sweep.string());
  text += "task=$(sed -n \"$((SLURM_ARRAY_TASK_ID + 1))p\" " + quoted(script.tasks.string()) + ")\n";
  text += "exec " + quoted(script.program.string()) + " sweep --work \"${task% *}\" --budget \"${task#* }\" \\\n";
  text += "  --threads \"${SLURM_CPUS_PER_TASK:-" + std::to_string(asked.cpus) + "}\" --resume " + sweep + " \\\n";
  text += "  > /dev/null 2> " + sweep + "/logs/\"${task% *}\".log\n";
  return text;
}

std::string submittedId(const std::string& answer) {
  const std::string id(trimmed(answer.substr(0, answer.find_first_of(";\n"))));
  return !id.empty() && std::ranges::all_of(id, [](unsigned char c) { return c >= '0' && c <= '9'; }) ? id
                                                                                                      : std::string();
}

std::vector<std::string> squeueWords(const std::vector<SlurmArray>& arrays) {
  std::vector<std::string> names;
  for (const SlurmArray& array : arrays) names.push_back(array.name);
  return {"squeue", "--noheader", "--array", "--states=all", "--format=%F|%j|%K|%T", "--name=" + joined(names, ",")};
}

std::vector<SlurmState> parseQueue(const std::string& text) {
  std::vector<SlurmState> states;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    const auto fields = fieldsOf(line);
    if (fields.size() != 4 || fields[3].empty()) continue;
    if (const auto task = parseInteger(fields[2])) states.push_back({fields[0], fields[1], *task, fields[3]});
  }
  return states;
}

std::vector<std::string> sacctWords(const std::vector<SlurmArray>& arrays) {
  std::vector<std::string> ids;
  for (const SlurmArray& array : arrays)
    if (!array.id.empty()) ids.push_back(array.id);
  return {"sacct",
          "--noheader",
          "--allocations",
          "--parsable2",
          "--format=JobID,JobName,State",
          "--jobs=" + joined(ids, ",")};
}

std::vector<SlurmState> parseAccounting(const std::string& text) {
  std::vector<SlurmState> states;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    const auto fields = fieldsOf(line);
    if (fields.size() != 3 || fields[2].empty()) continue;
    const size_t mark = fields[0].find('_');
    if (mark == std::string::npos) continue;
    if (const auto task = parseInteger(fields[0].substr(mark + 1)))
      states.push_back({fields[0].substr(0, mark), fields[1], *task, fields[2].substr(0, fields[2].find(' '))});
  }
  return states;
}

const SlurmState* stateOf(const std::vector<SlurmState>& states, const SlurmArray& array, size_t task) {
  const auto found = std::ranges::find_if(
      states, [&](const SlurmState& one) { return one.name == array.name && one.task == static_cast<int64_t>(task); });
  return found == states.end() ? nullptr : &*found;
}

bool isOver(const std::string& state) {
  constexpr std::array kOver = {"BOOT_FAIL", "CANCELLED",     "COMPLETED", "DEADLINE", "FAILED",
                                "NODE_FAIL", "OUT_OF_MEMORY", "PREEMPTED", "REVOKED",  "TIMEOUT"};
  return std::ranges::any_of(kOver, [&](const char* one) { return state == one; });
}

}  // namespace sparring
