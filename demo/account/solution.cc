#include "demo/account/solution.h"

#include <google/protobuf/text_format.h>

#include <stdexcept>

#include "foundation/process/read_file.h"

namespace voronka::demo {

crm::v1::Configuration ReadSolution(const std::filesystem::path& file) {
  crm::v1::Configuration solution;
  if (!google::protobuf::TextFormat::ParseFromString(process::ReadFile(file), &solution))
    throw std::runtime_error("not a solution: " + file.string());
  return solution;
}

}  // namespace voronka::demo
