#pragma once

#include "crm_service/sales/rules/facts.h"
#include "voronka/crm/v1/condition.pb.h"

namespace voronka::crm {

bool IsTrue(const v1::Condition& condition, const Facts& facts);

}  // namespace voronka::crm
