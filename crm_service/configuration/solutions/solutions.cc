#include "crm_service/configuration/solutions/solutions.h"

#include <algorithm>
#include <stdexcept>

#include "crm_service/configuration/documents/document_text.h"
#include "crm_service/configuration/solutions/solution_files.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {
namespace {

std::vector<v1::Solution> ReadSolutions() {
  std::vector<v1::Solution> solutions;
  for (const auto& [key, text] : SolutionFiles()) {
    const ReadDocument read{std::string(text)};
    if (!read.errors().empty()) throw std::logic_error("the solution " + std::string(key) + " cannot be read");
    auto& solution = solutions.emplace_back();
    solution.set_key(std::string(key));
    *solution.mutable_configuration() = read.document();
    solution.set_file(std::string(text));
  }
  return solutions;
}

}  // namespace

const std::vector<v1::Solution>& AllSolutions() {
  static const auto solutions = ReadSolutions();
  return solutions;
}

const v1::Solution& GetSolution(const std::string& key) {
  const auto found = std::ranges::find(AllSolutions(), key, &v1::Solution::key);
  if (found != AllSolutions().end()) return *found;
  throw rpc::NotFound("solution", key);
}

}  // namespace voronka::crm
