#include "demo/account/solution.h"

#include <fmt/format.h>
#include <google/protobuf/text_format.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include "demo/account/known_solutions.h"
#include "foundation/process/read_file.h"

namespace voronka::demo {
namespace {

crm::v1::Configuration ReadSolution(const std::filesystem::path& file) {
  crm::v1::Configuration solution;
  if (!google::protobuf::TextFormat::ParseFromString(process::ReadFile(file), &solution))
    throw std::runtime_error("not a solution: " + file.string());
  return solution;
}

}  // namespace

Solution FindSolution(const std::string& name_or_file) {
  if (std::ranges::count(KnownSolutions(), name_or_file) > 0) return {.name = name_or_file, .file = {}};
  const std::filesystem::path file = name_or_file;
  if (std::filesystem::is_regular_file(file)) return {.name = file.stem().string(), .file = ReadSolution(file)};
  throw std::runtime_error(fmt::format("{} is neither a file nor one of the solutions: {}", name_or_file,
                                       fmt::join(KnownSolutions(), ", ")));
}

crm::v1::Configuration ConfigurationOf(client::Client& admin, const Solution& solution) {
  if (solution.file) return *solution.file;
  const auto all = admin.Call<crm::v1::ListSolutionsResponse>(crm::v1::ListSolutionsRequest());
  const auto found = std::ranges::find(all.solutions(), solution.name, &crm::v1::Solution::key);
  if (found == all.solutions().end()) throw std::runtime_error("the services have no solution " + solution.name);
  return found->configuration();
}

}  // namespace voronka::demo
