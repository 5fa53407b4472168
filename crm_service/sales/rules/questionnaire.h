#pragma once

#include <vector>

#include "crm_service/sales/rules/facts.h"
#include "voronka/crm/v1/questionnaire.pb.h"

namespace voronka::crm {

// The required questions that are asked of this deal and have no answer yet, in their order. They are the
// questionnaire's own. Pure.
std::vector<const v1::Question*> Unanswered(const v1::Questionnaire& questionnaire, const Facts& facts);

}  // namespace voronka::crm
