// The parts of the table, a function for each group or piece of one; paramtable.cpp puts them together and names the
// groups.
#pragma once

#include "sparring/error.h"
#include "sparring/params.h"

namespace sparring {

constexpr const char* kPixels = QT_TRANSLATE_NOOP("params", "of full ink");  ///< the unit of ε and σ

// trainingrows.cpp
std::vector<ParamRow> objectiveRows();
std::vector<ParamRow> rateRows();
std::vector<ParamRow> scheduleRows();

// opponentrows.cpp
std::vector<ParamRow> opponentRows();
std::vector<ParamRow> duelRows();  ///< of a generator and its discriminator

// networkrows.cpp
std::vector<ParamRow> networkRows();

// watchingrows.cpp
std::vector<ParamRow> watchingRows();
std::vector<ParamRow> dataRows();

}  // namespace sparring
