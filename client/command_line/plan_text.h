#pragma once

#include <string>

#include "voronka/crm/v1/configuration.pb.h"

namespace voronka::command_line {

// The differences of a plan, a line or more each, then its problems, with the line of `file` that each is on.
std::string PlanText(const crm::v1::ConfigurationPlan& plan, const std::string& file);

}  // namespace voronka::command_line
