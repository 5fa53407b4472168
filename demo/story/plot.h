#pragma once

#include <vector>

#include "demo/story/scene.h"
#include "demo/story/text.h"

namespace voronka::demo {

struct Chapter {
  Text title;
  std::vector<void (*)(Scene&)> steps;
  // Needs a supervisor that restarts killed services.
  bool kills = false;
};

// The story, in the order it is told.
std::vector<Chapter> Plot();

}  // namespace voronka::demo
