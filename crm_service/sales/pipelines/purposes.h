#pragma once

#include <vector>

#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// What deals of a pipeline are. Pure decisions.

// Never unspecified.
v1::Pipeline::Purpose PurposeOf(const v1::Pipeline& pipeline);
bool IsForSales(const v1::Pipeline& pipeline);
bool IsForLeads(const v1::Pipeline& pipeline);

// Whether an inquiry may make a deal here: in sales, leads and claims. In errands and warming it would disappear.
bool TakesInquiries(const v1::Pipeline& pipeline);

// Whether what it is for goes with what inquiries need of it, and of the one that it names (NOT_FOR_INQUIRIES): the
// default for inquiries is for sales or leads; a pipeline with another for repeat inquiries, and that other one, for
// sales. `all`: of the account; those that are archived need nothing.
void CheckPurpose(const v1::Pipeline& pipeline, const std::vector<v1::Pipeline>& all, rpc::Violations& violations);

}  // namespace voronka::crm
