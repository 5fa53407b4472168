#pragma once

#include <filesystem>
#include <ostream>

#include "client/endpoints.h"
#include "demo/story/interruption.h"
#include "demo/story/text.h"

namespace voronka::demo {

struct Telling {
  Language language = Language::kRussian;
  // How long a manager has to take an offer.
  int take_within_seconds = 3;
  // Skips the chapters that kill services.
  bool no_kill = false;
  // Where the supervisor keeps its pid files.
  std::filesystem::path run_dir = "var/run";
  // File for the measured times. Empty: none is written.
  std::filesystem::path figures_file;
};

// Plays the product's main job on the live services and tells it. Returns whether every step happened as told. Throws
// Interrupted; and client::CallFailed or std::runtime_error if the story cannot begin.
bool TellStory(const Telling& telling, const client::Endpoints& endpoints, const Interruption& interruption,
               std::ostream& out);

}  // namespace voronka::demo
