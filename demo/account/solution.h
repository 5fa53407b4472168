#pragma once

#include <optional>
#include <string>

#include "client/client.h"
#include "voronka/crm/v1/configuration.pb.h"

namespace voronka::demo {

// What an account is made of: one of the solutions that come with the program, or a file of one's own.
struct Solution {
  // Of a file: its name.
  std::string name;
  // Only of a file.
  std::optional<crm::v1::Configuration> file;
};

// By its name or the path of its file. Throws std::runtime_error: an unknown name is answered with the known ones. If
// the file is not valid protobuf text format, standard error names the lines.
Solution FindSolution(const std::string& name_or_file);

// Throws client::CallFailed.
crm::v1::Configuration ConfigurationOf(client::Client& admin, const Solution& solution);

}  // namespace voronka::demo
