#pragma once

#include <map>
#include <string>

namespace voronka::crm {

// What the fields of sites' forms are usually called: the target (see FormFields) by the label (field_label.h).
const std::map<std::string, std::string>& UsualFields();

}  // namespace voronka::crm
