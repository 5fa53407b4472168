#include "demo/story/scene.h"

#include <algorithm>

namespace voronka::demo {

std::string Scene::StageName(std::string_view key) const {
  const auto stage = std::ranges::find(pipeline.stages(), key, &crm::v1::Stage::key);
  return stage == pipeline.stages().end() ? std::string(key) : stage->name();
}

}  // namespace voronka::demo
